-- One company, one database: a single row, so that no query can forget whose it is.
create table company (
  single boolean primary key default true check (single),
  name text not null,
  language text not null check (language in ('it', 'en')),
  time_zone text not null,
  is_demo boolean not null default false,
  set_up_at timestamptz not null
);

create table calendars (
  id uuid primary key,
  name text not null unique,
  time_zone text not null,
  -- ISO weekday ("1" is Monday) → [{"from": "08:30", "to": "13:00"}, …]; a gap is a break.
  week jsonb not null,
  holidays_country text,
  holidays_region text,
  patron_day jsonb,
  exceptions jsonb not null default '[]'
);

create table departments (
  id uuid primary key,
  name text not null unique,
  kind text not null check (kind in ('service', 'internal', 'supplier')),
  -- Where requests go; null until somebody says where, and then no request can be sent.
  address text,
  calendar_id uuid not null references calendars,
  -- The operational-level agreement: working time within which a request is answered.
  answers_within_minutes integer not null check (answers_within_minutes > 0),
  head_id uuid,
  created_at timestamptz not null,
  closed_at timestamptz
);

create table members (
  id uuid primary key,
  name text not null,
  email text not null,
  language text not null check (language in ('it', 'en')),
  roles text[] not null check (cardinality(roles) > 0),
  level smallint not null default 1 check (level between 1 and 3),
  department_id uuid not null references departments,
  deputy_id uuid references members,
  created_at timestamptz not null,
  left_at timestamptz,
  check (deputy_id <> id)
);
create unique index members_by_email on members (lower(email));
alter table departments add foreign key (head_id) references members;

create table absences (
  id uuid primary key,
  member_id uuid not null references members,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  deputy_id uuid not null references members,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  check (ends_at > starts_at),
  check (deputy_id <> member_id)
);
create index absences_of_member on absences (member_id, ends_at) where withdrawn_at is null;

create table invitations (
  id uuid primary key,
  email text not null,
  name text not null,
  roles text[] not null check (cardinality(roles) > 0),
  level smallint not null default 1,
  department_id uuid not null references departments,
  language text not null check (language in ('it', 'en')),
  token_hash text not null unique,
  invited_by uuid references members,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);

create table access_tokens (
  id uuid primary key,
  member_id uuid not null references members,
  name text not null,
  token_hash text not null unique,
  scope text not null check (scope in ('read', 'write')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create index access_tokens_of_member on access_tokens (member_id);

-- The one-time link that the first start prints. Only its hash is here.
create table setup_links (
  token_hash text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- The sign-in of a member: tables of the sign-in library, under names of ours.
create table sign_ins (
  id uuid primary key,
  member_id uuid unique references members,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table sessions (
  id uuid primary key,
  sign_in_id uuid not null references sign_ins on delete cascade,
  -- SHA-256 of the token that the browser holds.
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_of_sign_in on sessions (sign_in_id);
create table credentials (
  id uuid primary key,
  sign_in_id uuid not null references sign_ins on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credentials_of_sign_in on credentials (sign_in_id);
create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index verifications_by_identifier on verifications (identifier);

-- How often somebody tried to sign in to an account, or from an address, since the window began. The key is a hash.
create table sign_in_attempts (
  key text primary key,
  attempts integer not null,
  since timestamptz not null
);

-- What calls a member: an answer that came, a promise near its end, a delivery that failed. Stays until it is done.
create table notices (
  id uuid primary key,
  member_id uuid not null references members,
  kind text not null,
  case_id uuid,
  facts jsonb not null default '{}',
  created_at timestamptz not null,
  seen_at timestamptz,
  done_at timestamptz
);
create index notices_waiting on notices (member_id, created_at desc) where done_at is null;
create index notices_of_case on notices (case_id) where done_at is null;
-- The same call that still waits is not made twice, also when two transactions make it at once.
create unique index notices_once on notices (member_id, kind, case_id, (facts ->> 'key')) nulls not distinct where done_at is null;
