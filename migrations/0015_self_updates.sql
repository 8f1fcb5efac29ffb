-- Law 2 on a case whose owner may be in a meeting: when the next update nears and nobody wrote, an honest one leaves by itself.
-- Switched on and off by a person; each stretch is a row with who and when.
create table self_updates (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  on_at timestamptz not null,
  on_by jsonb not null,
  off_at timestamptz,
  off_by jsonb
);
create unique index self_updates_on on self_updates (case_id) where off_at is null;

-- It left in the owner's name and says so; it counts as a word of ours, unlike an automatic answer.
alter table messages add column sent_by_itself boolean not null default false;
