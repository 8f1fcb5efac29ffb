-- Programs of others that hear what happens here: a CRM, a data warehouse. Each has an address, kinds of events, and a secret by which it
-- knows that it is us.
create table webhook_endpoints (
  id uuid primary key,
  url text not null,
  description text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Both sealed under the installation's secret: we have to sign with them, so a hash would not do.
  secret text not null,
  -- The one before, which signs beside the new one for a while, so that a renewal loses nothing.
  former_secret text,
  former_secret_until timestamptz,
  created_by uuid not null references members,
  created_at timestamptz not null,
  off_at timestamptz,
  -- 'by_hand'; 'failing': nothing arrived for days; 'gone': it answered 410.
  off_because text check (off_because in ('by_hand', 'failing', 'gone')),
  -- Since when every attempt fails; null while they arrive.
  failing_since timestamptz,
  removed_at timestamptz,
  check ((off_at is null) = (off_because is null)),
  check ((former_secret is null) = (former_secret_until is null))
);

create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints on delete cascade,
  kind text not null,
  -- The same bytes at every attempt. Deliveries are forgotten after thirty days, and what stands in them with them.
  body text not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  given_up_at timestamptz,
  check (num_nonnulls(next_attempt_at, delivered_at, given_up_at) = 1)
);
create index webhook_deliveries_waiting on webhook_deliveries (next_attempt_at) where next_attempt_at is not null;
create index webhook_deliveries_of on webhook_deliveries (endpoint_id, created_at desc, id desc);
create index webhook_deliveries_old on webhook_deliveries (created_at);

create table webhook_attempts (
  id uuid primary key,
  delivery_id uuid not null references webhook_deliveries on delete cascade,
  at timestamptz not null,
  -- Null where no answer came; `trouble` then says why.
  status integer,
  trouble text,
  milliseconds integer not null,
  -- The beginning of what was answered.
  answer text not null default ''
);
create index webhook_attempts_of on webhook_attempts (delivery_id, at);
