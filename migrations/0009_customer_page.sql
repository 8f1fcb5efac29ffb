create table case_links (
  id uuid primary key,
  case_id uuid not null references cases,
  customer_id uuid not null references customers,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened_at timestamptz,
  last_opened_at timestamptz,
  openings integer not null default 0
);
create index case_links_of_case on case_links (case_id);

create table ratings (
  id uuid primary key,
  case_id uuid not null references cases,
  link_id uuid not null references case_links,
  score smallint not null check (score between 1 and 5),
  words text,
  at timestamptz not null
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
