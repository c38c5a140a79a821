-- The journal in partitions of 10,000 positions each, so that old batches go by dropping a table and leave nothing to
-- vacuum. Partition n has the positions from n * 10000 to n * 10000 + 9999 and is named journal_p<n>; appending makes
-- the one it needs. Beside it: the exchange that brought a batch, and with it the alert.

alter table alerts add column correlation_id text
  constraint alerts_correlation_id_form check (correlation_id ~ '^[A-Za-z0-9-]{8,64}$');

alter table journal add column correlation_id text
  constraint journal_correlation_id_form check (correlation_id ~ '^[A-Za-z0-9-]{8,64}$');
alter table journal rename to journal_before;
alter table journal_before rename constraint journal_pk to journal_before_pk;
alter index journal_by_time rename to journal_before_by_time;

create table journal (
  position bigint constraint journal_pk primary key,
  tenant text not null constraint journal_tenant_fk references tenants,
  source text not null,
  batch_key text not null,
  origin_key text not null,
  first_ordinal bigint not null,
  format text not null,
  received_at timestamptz not null,
  record_count integer not null,
  raw_size integer not null,
  payload bytea not null,
  correlation_id text,
  constraint journal_position_positive check (position > 0),
  constraint journal_first_ordinal_not_negative check (first_ordinal >= 0),
  constraint journal_sizes_not_negative check (record_count >= 0 and raw_size >= 0),
  constraint journal_correlation_id_form check (correlation_id ~ '^[A-Za-z0-9-]{8,64}$')
) partition by range (position);
-- Compressed already: PostgreSQL need not try again.
alter table journal alter column payload set storage external;
create index journal_by_time on journal (received_at);

-- What is there becomes one partition as it stands: no row is copied. It reaches to the end of the range that the next
-- position falls into, and has that range's name, so that whoever appends finds it.
do $$
declare
  number bigint;
  part text;
begin
  if not exists (select from journal_before) then
    drop table journal_before;
    return;
  end if;
  select (last_position + 1) / 10000 into strict number from journal_state;
  part := 'journal_p' || number;
  execute format('alter table journal_before rename to %I', part);
  execute format('alter table %I rename constraint journal_before_pk to %I', part, part || '_pk');
  execute format('alter index journal_before_by_time rename to %I', part || '_by_time');
  execute format('alter table journal attach partition %I for values from (0) to (%s)', part, (number + 1) * 10000);
end $$;
