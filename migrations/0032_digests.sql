-- Reports read a week of events out of years of them. They lie in the order of time, so a few pages of ranges find them.
create index events_by_time on events using brin (at) with (pages_per_range = 16);
create index events_boiled on events (at) where kind = 'heat.boiled';

-- Who gets the digest without being a member of the management.
create table digest_recipients (
  id uuid primary key,
  name text not null,
  email text not null,
  language text not null check (language in ('it', 'en')),
  added_by uuid not null references members,
  added_at timestamptz not null,
  removed_at timestamptz
);
create unique index digest_recipients_once on digest_recipients (lower(email)) where removed_at is null;

-- A week whose digest has left, as it was then: what was read on a Monday stays what it was.
create table digests (
  week text primary key check (week ~ '^\d{4}-W\d{2}$'),
  made_at timestamptz not null,
  figures jsonb not null
);

-- To whom it went, with the link of each. Of a token only its hash is here.
create table digest_links (
  token_hash text primary key,
  week text not null references digests,
  recipient_id uuid references digest_recipients,
  member_id uuid references members,
  language text not null check (language in ('it', 'en')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (num_nonnulls(recipient_id, member_id) = 1)
);
create index digest_links_of on digest_links (week);
