-- Every night loose voices are looked through for groups, and themes for others that say the same.
create table voice_nights (
  night date primary key,
  began_at timestamptz not null,
  ended_at timestamptz,
  loose integer,
  proposed integer,
  alike integer,
  trouble text
);
