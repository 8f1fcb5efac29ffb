create table ratings (
  id uuid primary key,
  case_id uuid not null references cases,
  link_id uuid not null references case_links,
  score smallint not null check (score between 1 and 5),
  words text,
  at timestamptz not null,
  -- Set where the customer thought again within the hour.
  changed_at timestamptz
);
create index ratings_of_case on ratings (case_id, at desc);

-- A web form that a company puts on its own pages.
create table forms (
  id uuid primary key,
  name text not null,
  -- Random, in the address of the form; rotating it closes the old address.
  public_key text not null unique,
  department_id uuid not null references departments,
  language text not null check (language in ('it', 'en')),
  created_at timestamptz not null,
  closed_at timestamptz
);
