-- Law 5: "not ours" is said only together with whose it is, how to reach them, a dossier to hand over, and a day on which we look
-- whether it worked.
create table third_parties (
  id uuid primary key,
  name text not null,
  -- What they are the right door for, in one line.
  handles text not null,
  email text,
  phone text,
  website text,
  hours text,
  -- What they want to see before they answer: a list of short lines.
  needs jsonb not null default '[]',
  created_at timestamptz not null,
  created_by uuid not null references members,
  closed_at timestamptz
);
create unique index third_parties_names on third_parties (lower(name)) where closed_at is null;

create table referrals (
  id uuid primary key,
  case_id uuid not null references cases,
  third_party_id uuid not null references third_parties,
  reason text not null,
  check_on timestamptz not null,
  made_at timestamptz not null,
  made_by uuid not null references members,
  pending_reply_id uuid not null,
  -- What the third party reads, as it was on the day: the case goes on, the dossier does not change in somebody's hands.
  dossier jsonb not null,
  token_hash text not null unique,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  asked_back_at timestamptz,
  settled_at timestamptz,
  settled_by jsonb,
  worked boolean,
  outcome text,
  check ((settled_at is null) = (worked is null))
);
create index referrals_of_case on referrals (case_id);
create unique index referrals_open on referrals (case_id) where withdrawn_at is null and settled_at is null;
create index referrals_of_pending on referrals (pending_reply_id);

alter table prepared_replies drop constraint prepared_replies_reason_check;
alter table prepared_replies add constraint prepared_replies_reason_check check (reason in ('answer', 'update', 'check_back'));
