-- One cause behind many cases. Each owner keeps their case; what is told is told once, to all.
create table incidents (
  id uuid primary key,
  number integer generated always as identity unique,
  -- For the company and for the public page; one of the two languages may still be missing.
  title_it text,
  title_en text,
  known_it text,
  known_en text,
  -- Whose cause it is.
  department_id uuid not null references departments,
  state text not null check (state in ('investigating', 'identified', 'resolved')),
  began_at timestamptz not null,
  next_update_due_at timestamptz,
  -- Its keeper was called because that instant had passed.
  called_at timestamptz,
  keeper_id uuid not null references members,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  published_at timestamptz,
  check (title_it is not null or title_en is not null),
  -- Law 2: an open incident always has an instant by which everybody hears.
  check ((state = 'resolved') = (next_update_due_at is null)),
  check ((state = 'resolved') = (resolved_at is not null))
);
create index incidents_open on incidents (next_update_due_at) where state <> 'resolved';

-- By what its cases are recognised: the keeper's own words, and those that its cases share and ordinary ones do not.
create table incident_words (
  incident_id uuid not null references incidents on delete cascade,
  word text not null,
  source text not null check (source in ('marked', 'learnt')),
  primary key (incident_id, word)
);

create table incident_cases (
  incident_id uuid not null references incidents on delete cascade,
  case_id uuid not null references cases on delete cascade,
  -- Dismissed stays dismissed, whatever is found later.
  state text not null check (state in ('suggested', 'linked', 'dismissed')),
  words jsonb not null default '[]',
  same_department boolean not null default false,
  -- When the customer first wrote since it began.
  heard_at timestamptz,
  at timestamptz not null,
  by uuid references members,
  primary key (incident_id, case_id)
);
create index incident_cases_of on incident_cases (case_id);

create table incident_updates (
  id uuid primary key,
  incident_id uuid not null references incidents on delete cascade,
  state text not null check (state in ('investigating', 'identified', 'resolved')),
  text_it text,
  text_en text,
  next_update_at timestamptz,
  written_by uuid not null references members,
  written_at timestamptz not null,
  -- Until then it can be taken back.
  send_at timestamptz not null,
  taken_back_at timestamptz,
  begun_at timestamptz,
  check (text_it is not null or text_en is not null),
  check ((state = 'resolved') = (next_update_at is null))
);
create index incident_updates_of on incident_updates (incident_id, written_at);
create unique index incident_updates_waiting on incident_updates (incident_id) where taken_back_at is null and begun_at is null;

-- Whom an update is to reach. No outcome yet: it is on its way. Each is told in a transaction of its own.
create table incident_tellings (
  update_id uuid not null references incident_updates on delete cascade,
  case_id uuid not null references cases on delete cascade,
  customer_id uuid not null references customers,
  language text not null check (language in ('it', 'en')),
  send_at timestamptz not null,
  outcome text check (outcome in ('told', 'noted', 'not_told')),
  reason text,
  message_id uuid references messages,
  at timestamptz,
  primary key (update_id, case_id),
  check ((outcome = 'not_told') = (reason is not null) or outcome is null)
);
-- One customer is told once, also with two cases.
create unique index incident_tellings_once on incident_tellings (update_id, customer_id) where outcome = 'told';
create index incident_tellings_waiting on incident_tellings (send_at) where outcome is null;
create index incident_tellings_of on incident_tellings (case_id);
