-- Words of messages, indexed after the mail is in: filled inside the ingest transaction it would cost four times the rest.
create table message_words (
  message_id uuid primary key references messages on delete cascade,
  case_id uuid not null,
  at timestamptz not null,
  words tsvector not null
);
create index message_words_gin on message_words using gin (words);
create index message_words_of_case on message_words (case_id);
