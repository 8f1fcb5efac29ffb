-- Letters without their accents, one for one: "perche" finds "perché", and a place in the folded text is the same place in the
-- original. The extension unaccent turns ß into two letters and is no IMMUTABLE function, so it can do neither.
create function plain_letters(words text) returns text language sql immutable strict parallel safe as $$
  select translate(words, 'ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿŠšŽž’‘', 'AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOOooooooUUUUuuuuYyySsZz''''')
$$;

-- Every word by its Italian and by its English stem. A name, a code, a word of any other language goes through the same stems when it
-- is asked for, so a third form as it stands would find nothing more and cost a third of all the work.
create function searchable_words(words text) returns tsvector language sql immutable strict parallel safe as $$
  select to_tsvector('italian', plain_letters(words)) || to_tsvector('english', plain_letters(words))
$$;

-- Words of messages, indexed after the mail is in: filled inside the ingest transaction it would cost four times the rest.
create table message_words (
  message_id uuid primary key references messages on delete cascade,
  at timestamptz not null,
  words tsvector not null
-- Two kilobytes are an ordinary mail. Beside the row they would be fetched one by one, by an index, for each message that is ranked.
) with (toast_tuple_target = 8160);
create index message_words_gin on message_words using gin (words);
create index message_words_latest on message_words (at desc, message_id desc);

-- Customers by any of their names, and by the beginning of an address or a number.
create index customers_by_name_words on customers using gin (to_tsvector('simple', plain_letters(name)));
create index companies_by_name_words on companies using gin (to_tsvector('simple', plain_letters(name)));
create index customers_of_company on customers (company_id) where company_id is not null;
create index identities_by_beginning on identities (value text_pattern_ops);
