-- A lead, an order, an idea for a product: handed over with the customer's words, with a clock, and what came of it comes back.

-- To which department each kind goes. A kind without a row, or whose department is closed, goes to the department of the case.
create table opportunity_routes (
  kind text primary key check (kind in ('lead', 'order', 'product_idea')),
  department_id uuid not null references departments,
  set_by uuid not null references members,
  set_at timestamptz not null
);

create table opportunities (
  id uuid primary key,
  number integer generated always as identity unique,
  kind text not null check (kind in ('lead', 'order', 'product_idea')),
  -- The case it was seen on. After a merge it is read on the case that lives on.
  case_id uuid not null references cases,
  customer_id uuid not null references customers,
  -- Verbatim; where they were marked in a message, from which character to which.
  words text not null,
  message_id uuid references messages,
  words_from integer,
  words_to integer,
  value_cents bigint check (value_cents > 0),
  department_id uuid not null references departments,
  -- Who saw it, and hears what comes of it.
  seen_by uuid not null references members,
  handed_over_at timestamptz not null,
  -- Until then it can be taken back, and the department has not been told.
  leaves_at timestamptz not null,
  left_at timestamptz,
  taken_back_at timestamptz,
  -- Where the letter went; null where the department has no address of its own and its head was called.
  sent_to text,
  -- The agreement as it stood then. `first_due_at` is by when somebody takes it, and never moves.
  agreed_minutes integer not null check (agreed_minutes > 0),
  first_due_at timestamptz not null,
  -- What is awaited now: first that somebody takes it, then that they say what came of it.
  due_at timestamptz not null,
  read_at timestamptz,
  read_by text,
  taken_at timestamptz,
  taken_by text,
  taken_by_member_id uuid references members,
  first_answer_at timestamptz,
  outcome text check (outcome in ('won', 'lost', 'nothing_came_of_it')),
  outcome_at timestamptz,
  outcome_by text,
  won_cents bigint check (won_cents > 0),
  lost_reason text,
  outcome_words text,
  -- 1 the head of the department, 2 the leads and the management.
  climbed_to smallint not null default 0 check (climbed_to between 0 and 2),
  next_climb_at timestamptz,
  check (num_nonnulls(message_id, words_from, words_to) in (0, 3)),
  check ((read_at is null) = (read_by is null)),
  check ((taken_at is null) = (taken_by is null)),
  check ((outcome is null) = (outcome_at is null) and (outcome is null) = (outcome_by is null)),
  check ((outcome is not distinct from 'lost') = (lost_reason is not null)),
  check (won_cents is null or outcome = 'won'),
  check (taken_back_at is null or left_at is null),
  -- No drawer: what has left and has no outcome climbs, until there is no higher step.
  constraint an_open_one_climbs check (
    case when left_at is null or outcome is not null then next_climb_at is null
         else (next_climb_at is null) = (climbed_to = 2) end)
);
create index opportunities_of_case on opportunities (case_id, handed_over_at);
create index opportunities_leaving on opportunities (leaves_at) where left_at is null and taken_back_at is null;
create index opportunities_climbing on opportunities (next_climb_at) where next_climb_at is not null;
create index opportunities_handed_over on opportunities (handed_over_at);
create index opportunities_of_department on opportunities (department_id, due_at);

-- The page on which a department answers without an account, opened by a random token of which only the hash is here.
create table opportunity_links (
  id uuid primary key,
  opportunity_id uuid not null references opportunities on delete cascade,
  token_hash text not null unique,
  for_name text not null,
  for_address text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index opportunity_links_of on opportunity_links (opportunity_id);
