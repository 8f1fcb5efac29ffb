-- The loop closed: the words that all who asked are told, who was told by phone, and what they answered.

-- Said on a case and not about it: what came of something that its customer had said. It answers nothing that they wait for.
alter table messages add column is_beside boolean not null default false;

-- What everybody is told about one decision, once for each language; prefilled with the words of whoever decided.
create table loop_words (
  decision_id uuid not null references decisions,
  occasion text not null check (occasion in ('decided', 'shipped')),
  words_it text check (words_it <> ''),
  words_en text check (words_en <> ''),
  changed_by uuid references members,
  changed_at timestamptz not null,
  -- Whoever decided was told that letters have waited too long to be read.
  called_at timestamptz,
  primary key (decision_id, occasion)
);

-- Whoever is known by no card asked as well. They cannot be written to, and stand in the list of those who were not reached.
alter table loop_letters
  alter column customer_id drop not null,
  add column said_by text,
  -- Which wording: somebody who gets several letters reads none twice.
  add column variant smallint not null default 0,
  -- Why a colleague chose not to write, or what was said on the phone.
  add column remark text,
  add column told_by uuid references members,
  add constraint loop_letters_of_somebody check (num_nonnulls(customer_id, said_by) = 1);
create unique index loop_letters_once_by_name on loop_letters (decision_id, occasion, lower(said_by)) where customer_id is null;
create index loop_letters_of_customer on loop_letters (customer_id) where customer_id is not null;
create index loop_letters_of_theme on loop_letters (theme_id);

create table loop_answers (
  message_id uuid primary key references messages,
  letter_id uuid not null references loop_letters,
  is_thanks boolean not null,
  at timestamptz not null
);
create index loop_answers_of_letter on loop_answers (letter_id);
