create table companies (
  id uuid primary key,
  name text not null,
  yearly_value_cents bigint,
  created_at timestamptz not null
);

create table customers (
  id uuid primary key,
  name text not null,
  company_id uuid references companies,
  language text check (language in ('it', 'en')),
  customer_since date,
  yearly_value_cents bigint,
  created_at timestamptz not null
);

-- How a customer reaches us. The value is normalised (address in lower case, number in E.164), so that equal is equal.
create table identities (
  id uuid primary key,
  customer_id uuid not null references customers,
  kind text not null check (kind in ('email', 'phone', 'handle', 'pec')),
  value text not null check (value <> ''),
  created_at timestamptz not null,
  verified_at timestamptz,
  unique (kind, value)
);
create index identities_of_customer on identities (customer_id);
