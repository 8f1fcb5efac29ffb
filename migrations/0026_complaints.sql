-- Formal complaints: a register whose numbers have no gaps, with the terms of each sector as data and a history that only grows.

-- Within how long a complaint is answered, and what is owed where it is not. A change is a new version: no row is ever rewritten.
create table complaint_terms (
  id uuid primary key,
  sector text not null check (sector in ('energy', 'telecoms', 'insurance', 'banks', 'payments', 'none')),
  -- Within a sector, what the complaint is about where that changes the term: 'complaint', 'billing'.
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  name_it text not null,
  name_en text not null,
  basis_it text not null,
  basis_en text not null,
  days integer not null check (days between 1 and 366),
  counts text not null check (counts in ('calendar', 'working')),
  -- From which day on: that on which it was received, or registered.
  starts text not null check (starts in ('received', 'registered')),
  -- With an interim reply, the final one at most so many days after the start; null where the rule knows no interim reply.
  longest_days integer check (longest_days >= days),
  -- {cents, doublesBeyond, triplesBeyond}: what is owed of itself where the answer is late, in multiples of the term.
  indemnity jsonb,
  next_body_it text,
  next_body_en text,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  added_at timestamptz not null,
  -- Null: it came with the program.
  added_by uuid references members,
  check ((next_body_it is null) = (next_body_en is null))
);
create index complaint_terms_in_force on complaint_terms (sector, kind, valid_from desc, added_at desc);

-- The last number given in each year. A row and not a sequence: whoever takes a number holds the row until the complaint is written, and
-- a number whose transaction fails was never given.
create table complaint_numbers (
  year integer primary key,
  last integer not null check (last > 0)
);

create table complaints (
  id uuid primary key,
  year integer not null,
  number integer not null check (number > 0),
  -- Where it is worked on; follows its message when cases are merged or split.
  case_id uuid not null references cases,
  message_id uuid references messages,
  customer_id uuid not null references customers,
  received_at timestamptz not null,
  channel text not null check (channel in ('email', 'phone', 'form', 'page', 'chat', 'review', 'social', 'pec', 'letter', 'counter')),
  -- By what it can be shown to have come: the id of the mail, the receipt of a registered letter.
  proof text,
  said text not null,
  term_id uuid not null references complaint_terms,
  first_due_at timestamptz not null,
  registered_at timestamptz not null,
  registered_by uuid not null references members,
  repeats_id uuid references complaints,
  -- From here on it stands as the latest entries left it.
  complainant text not null,
  on_behalf_of text,
  contract_code text,
  product text,
  topic text not null,
  sub_topic text,
  remedy text,
  severity text not null check (severity in ('low', 'medium', 'high')),
  department_id uuid not null references departments,
  -- Null: whoever owns the case (law 1).
  responsible_id uuid references members,
  due_at timestamptz not null,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  call_at timestamptz not null,
  called_at timestamptz,
  late_at timestamptz,
  acknowledged_at timestamptz,
  interim_at timestamptz,
  answered_at timestamptz,
  outcome text check (outcome in ('upheld', 'partly', 'rejected', 'settled')),
  indemnity_cents integer not null default 0,
  closed_at timestamptz,
  annulled_at timestamptz,
  unique (year, number),
  check ((answered_at is null) = (outcome is null))
);
create unique index complaints_of_message on complaints (message_id) where annulled_at is null;
create index complaints_of_case on complaints (case_id);
create index complaints_of_customer on complaints (customer_id);
create index complaints_received on complaints (received_at);
create index complaints_to_remind on complaints (remind_at) where answered_at is null and annulled_at is null and reminded_at is null;
create index complaints_to_call on complaints (call_at) where answered_at is null and annulled_at is null and called_at is null;
create index complaints_late on complaints (due_at) where answered_at is null and annulled_at is null and late_at is null;

-- Everything that was ever said of a complaint, one line after the other.
create table complaint_entries (
  id uuid primary key,
  complaint_id uuid not null references complaints,
  place integer not null,
  at timestamptz not null,
  by jsonb not null,
  kind text not null,
  data jsonb not null,
  unique (complaint_id, place)
);

-- A letter of the register while it can still be taken back. Once it has left it is an entry.
create table complaint_letters (
  id uuid primary key,
  complaint_id uuid not null references complaints,
  kind text not null check (kind in ('acknowledgement', 'interim', 'final')),
  pending_reply_id uuid not null unique references pending_replies,
  data jsonb not null,
  prepared_at timestamptz not null,
  left_at timestamptz,
  withdrawn_at timestamptz,
  message_id uuid references messages
);
create unique index complaint_letters_on_their_way on complaint_letters (complaint_id) where left_at is null and withdrawn_at is null;

-- The register can be shown to an authority because nobody can change it, the program included.
create function complaints_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'The register of complaints only grows: % of % is refused.', lower(tg_op), tg_table_name;
end $$;

create trigger complaint_entries_stay before update or delete on complaint_entries for each row execute function complaints_only_grow();
create trigger complaint_entries_all_stay before truncate on complaint_entries for each statement execute function complaints_only_grow();
create trigger complaint_terms_stay before update or delete on complaint_terms for each row execute function complaints_only_grow();
create trigger complaint_terms_all_stay before truncate on complaint_terms for each statement execute function complaints_only_grow();
create trigger complaints_remain before delete on complaints for each row execute function complaints_only_grow();
create trigger complaints_all_remain before truncate on complaints for each statement execute function complaints_only_grow();

-- What was frozen when it was registered: its number, who said what and when, and by which rule it is answered.
create trigger complaints_stay before update on complaints for each row
  when ((old.id, old.year, old.number, old.message_id, old.customer_id, old.received_at, old.channel, old.proof, old.said, old.term_id, old.first_due_at, old.registered_at, old.registered_by, old.repeats_id)
    is distinct from (new.id, new.year, new.number, new.message_id, new.customer_id, new.received_at, new.channel, new.proof, new.said, new.term_id, new.first_due_at, new.registered_at, new.registered_by, new.repeats_id))
  execute function complaints_only_grow();
-- Annulling is for ever, and a number is never given back.
create trigger complaints_stay_annulled before update on complaints for each row
  when (old.annulled_at is not null and new.annulled_at is distinct from old.annulled_at) execute function complaints_only_grow();
create function complaint_numbers_go_up() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.year = old.year and new.last = old.last + 1 then return new; end if;
  raise exception 'Numbers of complaints only go up, by one.';
end $$;
create trigger complaint_numbers_stay before update or delete on complaint_numbers for each row execute function complaint_numbers_go_up();
