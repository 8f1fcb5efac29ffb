create sequence case_numbers start 10001;

create table cases (
  id uuid primary key,
  number integer not null unique default nextval('case_numbers'),
  subject text not null,
  customer_id uuid not null references customers,
  department_id uuid not null references departments,
  channel text not null check (channel in ('email', 'phone', 'form', 'page', 'chat', 'review', 'social')),
  status text not null check (status in ('new', 'open', 'waiting_customer', 'waiting_department', 'waiting_third_party', 'resolved', 'closed')),
  phase text check (phase in ('before', 'during', 'after')),
  level smallint not null default 1 check (level between 1 and 3),
  language text not null check (language in ('it', 'en')),
  owner_id uuid references members,
  claim_due_at timestamptz,
  claim_late_at timestamptz,
  next_update_due_at timestamptz,
  next_update_warned_at timestamptz,
  next_update_missed_at timestamptz,
  opened_at timestamptz not null,
  taken_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  -- When the first message came that we have not answered yet. A chase never moves it.
  waiting_since timestamptz,
  chases integer not null default 0,
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  last_activity_at timestamptz not null,
  merged_into_id uuid references cases,
  check (merged_into_id <> id),
  -- Law 1: an open case has exactly one owner, or stands in a queue with a claim clock running.
  constraint law_1_one_owner check (status in ('resolved', 'closed') or (owner_id is null) = (claim_due_at is not null)),
  -- Law 2: an open case always has a next update due.
  constraint law_2_no_silence check (status in ('resolved', 'closed') or next_update_due_at is not null),
  constraint resolved_has_an_instant check ((status in ('resolved', 'closed')) = (resolved_at is not null))
);
create index cases_of_owner on cases (owner_id, last_activity_at desc, id desc) where status not in ('resolved', 'closed');
create index cases_open on cases (last_activity_at desc, id desc) where status not in ('resolved', 'closed');
create index cases_in_queue on cases (claim_due_at, id) where owner_id is null and status not in ('resolved', 'closed');
create index cases_of_customer on cases (customer_id, opened_at desc);
create index cases_done on cases (resolved_at desc, id desc) where status in ('resolved', 'closed');
create index cases_by_next_update on cases (next_update_due_at) where status not in ('resolved', 'closed');

create table messages (
  id uuid primary key,
  case_id uuid not null references cases,
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('email', 'phone', 'form', 'page', 'chat', 'review', 'social')),
  at timestamptz not null,
  author_customer_id uuid references customers,
  author_member_id uuid references members,
  author_name text not null,
  author_address text,
  -- Somebody who takes no part in the case and whom nobody vouched for.
  is_third_party boolean not null default false,
  subject text,
  text text not null,
  -- Quotations and signature: kept, folded on the screen.
  folded text not null default '',
  html text,
  -- What an outbound message does for the customer: it answers and resolves, it asks them something, or it says where we are.
  act text check (act in ('resolves', 'asks', 'updates')),
  has_substance boolean not null default true,
  is_automatic boolean not null default false,
  is_chase boolean not null default false,
  raw_mail_id uuid,
  check ((direction = 'out') = (act is not null))
);
create index messages_of_case on messages (case_id, at, id);

-- Notes stand in a table of their own: nothing that leaves the house can refer to one.
create table notes (
  id uuid primary key,
  case_id uuid not null references cases,
  author_id uuid not null references members,
  text text not null,
  mentions uuid[] not null default '{}',
  at timestamptz not null
);
create index notes_of_case on notes (case_id, at);

create table attachments (
  id uuid primary key,
  case_id uuid not null references cases,
  message_id uuid references messages,
  note_id uuid references notes,
  -- Uploaded for a draft and not sent yet: whose.
  uploaded_by uuid references members,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null check (size >= 0),
  content_id text,
  is_inline boolean not null default false,
  created_at timestamptz not null,
  check (num_nonnulls(message_id, note_id) <= 1)
);
create index attachments_of_case on attachments (case_id);
create index attachments_of_message on attachments (message_id) where message_id is not null;

create table drafts (
  id uuid primary key,
  case_id uuid not null references cases,
  member_id uuid not null references members,
  kind text not null check (kind in ('reply', 'note')),
  text text not null,
  -- The last event of the case that the writer had seen.
  seen_event_id bigint not null default 0,
  updated_at timestamptz not null,
  unique (case_id, member_id, kind)
);

-- A reply between "send" and leaving: the time in which it can be taken back. Survives a restart.
create table pending_replies (
  id uuid primary key,
  case_id uuid not null references cases,
  member_id uuid not null references members,
  reply jsonb not null,
  seen_event_id bigint not null,
  created_at timestamptz not null,
  send_at timestamptz not null,
  sent_at timestamptz,
  taken_back_at timestamptz,
  -- Somebody else answered meanwhile: it was not sent, and its author was told.
  stopped_at timestamptz
);
create index pending_replies_due on pending_replies (send_at) where sent_at is null and taken_back_at is null and stopped_at is null;
create index pending_replies_of_case on pending_replies (case_id) where sent_at is null and taken_back_at is null and stopped_at is null;

-- A reply that the program prepared from facts; a person reads it and sends it, or throws it away.
create table prepared_replies (
  id uuid primary key,
  case_id uuid not null references cases,
  reason text not null check (reason in ('answer', 'update')),
  request_id uuid,
  text text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  discarded_at timestamptz
);
create index prepared_replies_waiting on prepared_replies (case_id) where used_at is null and discarded_at is null;

create table handovers (
  id uuid primary key,
  case_id uuid not null references cases,
  from_id uuid not null references members,
  to_id uuid not null references members,
  reason text not null,
  summary text not null,
  offered_at timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  decline_reason text,
  withdrawn_at timestamptz,
  check (from_id <> to_id),
  check (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1)
);
create unique index one_handover_open on handovers (case_id) where accepted_at is null and declined_at is null and withdrawn_at is null;

-- What was moved stands in the row, so that undoing moves exactly that back.
create table merges (
  id uuid primary key,
  case_id uuid not null references cases,
  into_id uuid not null references cases,
  merged_by jsonb not null,
  merged_at timestamptz not null,
  moved jsonb not null,
  undone_at timestamptz,
  undone_by jsonb,
  check (case_id <> into_id)
);
create table splits (
  id uuid primary key,
  case_id uuid not null references cases,
  into_id uuid not null references cases,
  split_by jsonb not null,
  split_at timestamptz not null,
  moved jsonb not null,
  undone_at timestamptz,
  undone_by jsonb
);

-- The customer's page of a case, opened by a random token of which only the hash is here.
create table case_links (
  id uuid primary key,
  case_id uuid not null references cases,
  customer_id uuid not null references customers,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_opened_at timestamptz,
  openings integer not null default 0
);
create index case_links_of_case on case_links (case_id);

-- "This may belong to that case": proposed with reasons, decided by a person, never merged on a guess.
create table join_suggestions (
  id uuid primary key,
  case_id uuid not null references cases,
  other_id uuid not null references cases,
  reasons jsonb not null,
  created_at timestamptz not null,
  accepted_at timestamptz,
  dismissed_at timestamptz,
  unique (case_id, other_id)
);
