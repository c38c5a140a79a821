-- What has sent, and when: kept beside the journal, whose batches go with time. Appending notes each batch in its own
-- transaction, which is alone anyway, so that the records of all sources are the journal's. No index but the key: an
-- update then stays in its page.

create table sources (
  tenant text not null constraint sources_tenant_fk references tenants,
  name text not null,
  first_received_at timestamptz not null,
  last_received_at timestamptz not null,
  batches bigint not null,
  records bigint not null,
  constraint sources_pk primary key (tenant, name),
  constraint sources_received_in_order check (last_received_at >= first_received_at),
  constraint sources_counts_not_negative check (batches >= 0 and records >= 0)
) with (fillfactor = 50);

-- From the receipts, which are kept for longer than the batches; the newest 1,000 of a tenant, as appending keeps them.
insert into sources (tenant, name, first_received_at, last_received_at, batches, records)
select tenant, source, first, last, batches, records from (
  select tenant, source, min(received_at) as first, max(received_at) as last, count(*) as batches,
    sum(record_count) as records,
    row_number() over (partition by tenant order by max(received_at) desc, source) as newest
  from journal_receipts group by tenant, source) as known
where newest <= 1000;

-- Dead letters are counted by stage without reading them.
create index dead_letters_by_stage on dead_letters (stage);
