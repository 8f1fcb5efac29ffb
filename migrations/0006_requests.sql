create table requests (
  id uuid primary key,
  case_id uuid not null references cases,
  department_id uuid not null references departments,
  asked_by uuid not null references members,
  question text not null,
  why text not null,
  -- Answers that need only a tap: [{"label": "È partito"}, {"label": "Non ancora", "asks_date": "Quando parte?"}]
  choices jsonb not null default '[]',
  sent_to text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  seen_at timestamptz,
  seen_by text,
  -- Set while the department waits for an answer to a question of its own.
  questioned_at timestamptz,
  answered_at timestamptz,
  refused_at timestamptz,
  withdrawn_at timestamptz,
  climbed_to smallint not null default 0 check (climbed_to between 0 and 3),
  next_climb_at timestamptz,
  check (num_nonnulls(answered_at, refused_at, withdrawn_at) <= 1),
  -- Law 4: a request that nobody has answered climbs by itself, until there is no higher step.
  constraint law_4_climbs check (
    case when num_nonnulls(answered_at, refused_at, withdrawn_at) = 1 then next_climb_at is null
         else next_climb_at is not null or climbed_to = 3 or questioned_at is not null end)
);
create index requests_of_case on requests (case_id, asked_at);
create index requests_climbing on requests (next_climb_at) where next_climb_at is not null;
create index requests_of_department on requests (department_id, asked_at desc);

-- What was said on a request, both ways.
create table request_turns (
  id uuid primary key,
  request_id uuid not null references requests,
  kind text not null check (kind in ('answer', 'question_back', 'reply', 'not_ours')),
  by_member_id uuid references members,
  by_name text not null,
  by_address text,
  via text not null check (via in ('email', 'page', 'app')),
  text text not null,
  choice text,
  promised_for date,
  at timestamptz not null,
  raw_mail_id uuid
);
create index request_turns_of on request_turns (request_id, at);

create table request_climbs (
  id uuid primary key,
  request_id uuid not null references requests,
  step smallint not null check (step between 1 and 3),
  to_name text not null,
  to_address text,
  at timestamptz not null,
  unique (request_id, step)
);

create table request_links (
  id uuid primary key,
  request_id uuid not null references requests,
  token_hash text not null unique,
  for_address text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
