-- What customers say where everybody reads it, and what we answered there: a review, a post. The program does not send to those
-- places; it knows where each of them stands, and that it was told of it once.
create table public_posts (
  id uuid primary key,
  message_id uuid not null unique references messages,
  -- As people call the place, and its one form: "Google", google.
  site text not null,
  site_key text not null,
  -- What the place calls it; the address of the post where nobody said.
  external_id text not null,
  url text not null check (url like 'https://%'),
  -- Who wrote it, as known there: marta.v. Null where the place shows only a name.
  handle text,
  logged_at timestamptz not null,
  unique (site_key, external_id)
);
create index public_posts_of_handle on public_posts (site_key, handle, logged_at) where handle is not null;
