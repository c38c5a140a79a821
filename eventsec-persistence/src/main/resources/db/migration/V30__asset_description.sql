-- What an asset is for, in the words of people.

alter table assets
  add column description text not null default '',
  add constraint assets_description_length check (char_length(description) <= 4000);
