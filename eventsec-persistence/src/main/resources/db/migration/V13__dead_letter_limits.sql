-- What refused a record, to tell what is worth another try; empty for those refused before this was kept.

alter table dead_letters add column parser text not null default '';

-- Dead letters beyond the limit go, the oldest first, and not before it was announced. A row is such an announcement, and what
-- became of it: the letters went, or there were fewer again in time.

create table dead_letter_evictions (
  id bigint generated always as identity constraint dead_letter_evictions_pk primary key,
  tenant text not null constraint dead_letter_evictions_tenant_fk references tenants,
  announced_at timestamptz not null,
  due_at timestamptz not null,
  letters bigint not null,
  bytes bigint not null,
  evicted bigint not null default 0,
  ended_at timestamptz,
  constraint dead_letter_evictions_due_later check (due_at > announced_at),
  constraint dead_letter_evictions_counts check (letters >= 0 and bytes >= 0 and evicted >= 0)
);
create unique index dead_letter_evictions_one_open on dead_letter_evictions (tenant) where ended_at is null;
create index dead_letter_evictions_newest on dead_letter_evictions (tenant, id desc);
