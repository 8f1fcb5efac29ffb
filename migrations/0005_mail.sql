create table mailboxes (
  id uuid primary key,
  address text not null,
  sender_name text not null,
  department_id uuid not null references departments,
  -- Null where mail comes only through our own receiver.
  imap jsonb,
  smtp jsonb,
  -- Passwords, encrypted under the installation's secret.
  sealed_secrets text,
  uid_validity bigint,
  last_uid bigint,
  start_from text not null default 'now' check (start_from in ('now', 'all')),
  connected_at timestamptz,
  last_mail_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index mailboxes_by_address on mailboxes (lower(address)) where closed_at is null;

-- Every message that reached us, as it came. The bytes are in the file store; nothing is acknowledged before this row is durable.
create table raw_mails (
  id uuid primary key,
  sha256 text not null unique,
  size integer not null,
  received_at timestamptz not null,
  via text not null check (via in ('imap', 'smtp', 'lmtp', 'command')),
  mailbox_id uuid references mailboxes,
  envelope_from text,
  envelope_to text[] not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'done', 'quarantined')),
  -- Not before this instant: a failure that may pass is tried again later.
  next_attempt_at timestamptz,
  -- What became of it: message, department_answer, bounce, auto_reply, bulk, loop, duplicate …
  outcome text,
  -- Why it stands in quarantine, for a person to read: a code and facts.
  reason text,
  attempts integer not null default 0,
  message_id_header text,
  processed_at timestamptz,
  case_id uuid,
  check ((state = 'done') = (outcome is not null)),
  check ((state = 'quarantined') = (reason is not null))
);
create index raw_mails_waiting on raw_mails (received_at) where state = 'waiting';
create index raw_mails_quarantined on raw_mails (received_at) where state = 'quarantined';

-- Message-IDs of what came and went, and what each belongs to: the road by which an answer finds its case.
create table mail_ids (
  header text primary key check (header <> ''),
  direction text not null check (direction in ('in', 'out')),
  case_id uuid,
  message_id uuid,
  request_id uuid,
  body_hash text,
  at timestamptz not null
);
create index mail_ids_of_message on mail_ids (message_id) where message_id is not null;

-- What is to leave, written with what it says and with its recipients, in one transaction. A note has no column here.
create table outbox (
  id uuid primary key,
  mailbox_id uuid references mailboxes,
  message_id uuid references messages,
  request_id uuid,
  purpose text not null check (purpose in ('reply', 'request', 'reminder', 'climb', 'invitation', 'notice', 'survey', 'digest')),
  case_id uuid,
  message_id_header text not null unique,
  mail jsonb not null,
  created_at timestamptz not null
);
create index outbox_of_message on outbox (message_id) where message_id is not null;

create table outbox_recipients (
  id uuid primary key,
  outbox_id uuid not null references outbox,
  address text not null,
  name text,
  kind text not null check (kind in ('to', 'cc', 'bcc')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'held', 'bounced', 'cancelled')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  claimed_at timestamptz,
  sent_at timestamptz,
  last_response text,
  check ((state = 'waiting') = (next_attempt_at is not null))
);
create index outbox_recipients_of on outbox_recipients (outbox_id);
create index outbox_recipients_due on outbox_recipients (next_attempt_at) where state = 'waiting';
create index outbox_recipients_sending on outbox_recipients (claimed_at) where state = 'sending';
