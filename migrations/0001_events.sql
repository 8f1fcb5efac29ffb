-- What happened, in order. The events of a case are its history: the screen, the forecast and the audit read them from here.
create table events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  case_id uuid,
  actor jsonb not null,
  data jsonb not null
);
create index events_of_case on events (case_id, id) where case_id is not null;
