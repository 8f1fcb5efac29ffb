create table promises (
  id uuid primary key,
  case_id uuid not null references cases,
  text text not null,
  made_by uuid not null references members,
  made_at timestamptz not null,
  -- The message that told the customer. A promise lives on the case on which that message stands, whatever is merged or split.
  message_id uuid not null references messages,
  -- The request behind it: if that is late, this is in danger.
  request_id uuid references requests,
  -- The date first given; a renegotiation moves due_at and never this.
  first_due_at timestamptz not null,
  due_at timestamptz not null,
  -- When its keeper is told that it falls due, and when they were.
  warn_at timestamptz not null,
  warned_at timestamptz,
  kept_at timestamptz,
  kept_by_message_id uuid references messages,
  -- How it was kept, where no message of ours says so: on the phone, at the counter.
  kept_how text,
  -- The instant at which it fell due and was not kept. It stays, also where what was promised came later.
  broken_at timestamptz,
  released_at timestamptz,
  released_reason text,
  -- Law 3: a promise has one end. What was let off was neither kept nor broken.
  constraint law_3_one_end check (released_at is null or num_nonnulls(kept_at, broken_at) = 0),
  constraint kept_somehow check (kept_at is null or num_nonnulls(kept_by_message_id, kept_how) = 1),
  constraint released_for_a_reason check ((released_at is null) = (released_reason is null))
);
create index promises_of_case on promises (case_id, made_at);
create index promises_of_message on promises (message_id);
create index promises_of_request on promises (request_id) where request_id is not null;
create index promises_due on promises (due_at) where kept_at is null and broken_at is null and released_at is null;
create index promises_to_warn on promises (warn_at) where warned_at is null and kept_at is null and broken_at is null and released_at is null;
create index promises_to_make_good on promises (due_at) where broken_at is not null and kept_at is null;

create table promise_moves (
  id uuid primary key,
  promise_id uuid not null references promises,
  from_due_at timestamptz not null,
  to_due_at timestamptz not null,
  reason text not null,
  moved_by uuid not null references members,
  moved_at timestamptz not null,
  -- The message that told the customer. A move that nobody was told of cannot be written.
  told_by_message_id uuid not null references messages,
  -- Law 3: renegotiated before it is due, never afterwards.
  constraint law_3_moved_before_due check (moved_at < from_due_at)
);
create index promise_moves_of on promise_moves (promise_id, moved_at);
