-- Which vulnerabilities of an asset have got a label that people are told of at once. A row stays when it has been told, so that the
-- same is told once; it goes with its asset.

create table finding_news (
  id bigint generated always as identity constraint finding_news_pk primary key,
  tenant text not null,
  asset_id uuid not null,
  vulnerability_id text not null,
  label text not null,
  -- Found when the asset was looked at for the first time.
  first_look boolean not null,
  noted_at timestamptz not null,
  -- The event as it is told, made once, so that telling it again after a crash tells the same.
  occasion text,
  record text,
  prepared_at timestamptz,
  told_at timestamptz,
  constraint finding_news_once unique (tenant, asset_id, vulnerability_id, label),
  constraint finding_news_label_known check (label in ('EXPLOITED', 'CRITICAL')),
  constraint finding_news_occasion_known check (occasion in ('NEW', 'BULK')),
  constraint finding_news_prepared_whole
    check ((record is null) = (occasion is null) and (record is null) = (prepared_at is null)),
  constraint finding_news_asset_fk foreign key (tenant, asset_id) references assets (tenant, id) on delete cascade
);
create index finding_news_untold on finding_news (id) where told_at is null;
create index finding_news_single on finding_news (tenant, prepared_at) where occasion = 'NEW';

-- What is known already is no news.

insert into finding_news (tenant, asset_id, vulnerability_id, label, first_look, noted_at, told_at)
select distinct f.tenant, f.asset_id, f.vulnerability_id, case when f.exploited then 'EXPLOITED' else 'CRITICAL' end, true, now(), now()
from asset_vulnerabilities f
where f.status in ('OPEN', 'IN_REVIEW') and not f.undecided and (f.exploited or f.risk = 'CRITICAL');
