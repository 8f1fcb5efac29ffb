create table promises (
  id uuid primary key,
  case_id uuid not null references cases,
  text text not null,
  made_by uuid not null references members,
  made_at timestamptz not null,
  message_id uuid references messages,
  -- The request behind it: if that is late, this is in danger.
  request_id uuid references requests,
  -- The date first given; a renegotiation moves due_at and never this.
  first_due_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz,
  warned_at timestamptz,
  kept_at timestamptz,
  kept_by_message_id uuid references messages,
  broken_at timestamptz,
  released_at timestamptz,
  released_reason text,
  check (num_nonnulls(kept_at, released_at) <= 1)
);
create index promises_of_case on promises (case_id, made_at);
create index promises_due on promises (due_at) where kept_at is null and broken_at is null and released_at is null;
create index promises_to_warn on promises (warn_at) where warned_at is null and kept_at is null and broken_at is null and released_at is null;

create table promise_moves (
  id uuid primary key,
  promise_id uuid not null references promises,
  from_due_at timestamptz not null,
  to_due_at timestamptz not null,
  reason text not null,
  moved_by uuid not null references members,
  moved_at timestamptz not null,
  -- The message that told the customer. A move that nobody was told of cannot be written.
  told_by_message_id uuid not null references messages
);
create index promise_moves_of on promise_moves (promise_id, moved_at);
