-- What we ask customers, whom we ask, and what they answer.
create table surveys (
  id uuid primary key,
  -- What colleagues call it.
  name text not null,
  -- Whom, when, how many of them, and on which roads.
  rule jsonb not null,
  -- In the address of its public link and of the widget.
  public_key text not null unique,
  -- It asks from then on; null while it does not.
  running_since timestamptz,
  -- It has asked at some time: then it is no draft any more.
  first_run_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null references members
);

-- What has been answered is never changed underneath its answers: the questions then go on as a new version.
create table survey_versions (
  id uuid primary key,
  survey_id uuid not null references surveys on delete cascade,
  number integer not null,
  content jsonb not null,
  written_at timestamptz not null,
  written_by uuid not null references members,
  unique (survey_id, number)
);

-- One customer asked about one case: planned, then asked, or not asked and why.
create table survey_invitations (
  id uuid primary key,
  survey_id uuid not null references surveys on delete cascade,
  case_id uuid not null references cases on delete cascade,
  customer_id uuid not null references customers,
  way text not null check (way in ('mail', 'page')),
  language text not null check (language in ('it', 'en')),
  due_at timestamptz not null,
  settled_at timestamptz,
  -- Null where they were asked.
  not_asked_because text,
  version_id uuid references survey_versions,
  token_hash text unique,
  expires_at timestamptz,
  outbox_id uuid references outbox,
  check (num_nonnulls(version_id, token_hash, expires_at) in (0, 3)),
  check (settled_at is not null or num_nonnulls(not_asked_because, token_hash) = 0),
  check (settled_at is null or num_nonnulls(not_asked_because, token_hash) = 1)
);
-- Nobody is asked twice about the same.
create unique index survey_invitations_once on survey_invitations (survey_id, case_id);
create index survey_invitations_due on survey_invitations (due_at) where settled_at is null;
create index survey_invitations_of_customer on survey_invitations (customer_id, settled_at) where token_hash is not null;
create index survey_invitations_settled on survey_invitations (survey_id, settled_at);
create index survey_invitations_of_case on survey_invitations (case_id);

create table survey_responses (
  id uuid primary key,
  survey_id uuid not null references surveys on delete cascade,
  version_id uuid not null references survey_versions,
  invitation_id uuid unique references survey_invitations on delete cascade,
  way text not null check (way in ('mail', 'page', 'link', 'widget')),
  case_id uuid references cases on delete cascade,
  customer_id uuid references customers,
  language text not null check (language in ('it', 'en')),
  -- Of whoever came by the public link; who was invited holds the link of the invitation.
  token_hash text unique,
  -- Left by whoever wants to hear from us; nobody has proven it.
  email text,
  begun_at timestamptz not null,
  -- What is left half-way counts from then on as it stands.
  settles_at timestamptz not null,
  settled_at timestamptz,
  -- They went to the end.
  is_complete boolean not null default false,
  -- What came of a low score or a bitter word.
  low jsonb,
  became text check (became in ('joined', 'opened')),
  became_case_id uuid references cases on delete set null,
  check ((invitation_id is null) = (token_hash is not null)),
  check (became is null or low is not null)
);
create index survey_responses_settling on survey_responses (settles_at) where settled_at is null;
create index survey_responses_of on survey_responses (survey_id, settled_at);
create index survey_responses_of_case on survey_responses (case_id) where case_id is not null;

create table survey_answers (
  response_id uuid not null references survey_responses on delete cascade,
  question text not null,
  kind text not null check (kind in ('csat', 'nps', 'ces', 'choice', 'several', 'text', 'yes_no')),
  -- Of a scale.
  score smallint,
  -- Of a choice, of several, of yes and no.
  chosen text[] not null default '{}',
  words text,
  at timestamptz not null,
  primary key (response_id, question),
  check (case kind when 'csat' then score between 1 and 5 when 'nps' then score between 0 and 10 when 'ces' then score between 1 and 7 else score is null end)
);

-- They want no further questions from us, of whatever survey.
create table survey_refusals (
  customer_id uuid primary key references customers on delete cascade,
  at timestamptz not null
);
