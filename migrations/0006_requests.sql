create sequence request_numbers;
create table requests (
  id uuid primary key,
  -- Short, for the signed reply address: the 64 characters before the @ have no room for a UUID.
  number integer not null unique default nextval('request_numbers'),
  -- The case it was asked on. After a merge it is read on the case that lives on, so that undoing a merge needs nothing here.
  case_id uuid not null references cases,
  department_id uuid not null references departments,
  asked_by uuid not null references members,
  question text not null,
  why text not null,
  -- Answers that need only a tap: [{"label": "È partito"}, {"label": "Non ancora", "asksDate": "Quando parte?"}]
  choices jsonb not null default '[]',
  sent_to text not null,
  asked_at timestamptz not null,
  -- The agreement as it stood when the question was asked; a later change of the agreement judges no older request.
  agreed_minutes integer not null check (agreed_minutes > 0),
  due_at timestamptz not null,
  seen_at timestamptz,
  seen_by text,
  -- Set while the department waits for an answer to a question of its own: its clock stands still.
  questioned_at timestamptz,
  answered_at timestamptz,
  refused_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  -- 1 the reminder, 2 the head, 3 the directors.
  climbed_to smallint not null default 0 check (climbed_to between 0 and 3),
  next_climb_at timestamptz,
  check (num_nonnulls(answered_at, refused_at, withdrawn_at) <= 1),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check ((seen_at is null) = (seen_by is null)),
  -- Law 4: a request that nobody has answered climbs by itself, until there is no higher step.
  constraint law_4_climbs check (
    case when num_nonnulls(answered_at, refused_at, withdrawn_at) = 1 then next_climb_at is null and questioned_at is null
         else (next_climb_at is null) = (climbed_to = 3) end)
);
create index requests_of_case on requests (case_id, asked_at);
create index requests_climbing on requests (next_climb_at) where next_climb_at is not null and questioned_at is null;
create index requests_open on requests (due_at, id) where answered_at is null and refused_at is null and withdrawn_at is null;
create index requests_of_department on requests (department_id, due_at);

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
  -- What stood under the new words in a mail: quotations and signature.
  folded text not null default '',
  choice text,
  promised_for date,
  -- Law 5: whoever says that it is not theirs says whose it is.
  whose_is_it text,
  at timestamptz not null,
  -- One mail is one turn, however often it is handed over.
  raw_mail_id uuid unique,
  check ((kind = 'not_ours') = (whose_is_it is not null))
);
create index request_turns_of on request_turns (request_id, at, id);

-- Files that came with a department's mail. The bytes are in the file store.
create table request_files (
  id uuid primary key,
  turn_id uuid not null references request_turns,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null check (size >= 0)
);
create index request_files_of_turn on request_files (turn_id);

create table request_climbs (
  id uuid primary key,
  request_id uuid not null references requests,
  step smallint not null check (step between 1 and 3),
  to_name text not null,
  to_address text not null,
  -- Null where the request climbed by itself.
  by_member_id uuid references members,
  at timestamptz not null
);
create unique index request_climbs_once on request_climbs (request_id, step, to_address) where by_member_id is null;
create index request_climbs_of on request_climbs (request_id, at);

-- The page on which a colleague answers, opened by a random token of which only the hash is here.
create table request_links (
  id uuid primary key,
  request_id uuid not null references requests,
  token_hash text not null unique,
  for_name text not null,
  for_address text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index request_links_given on request_links (request_id, for_address);
