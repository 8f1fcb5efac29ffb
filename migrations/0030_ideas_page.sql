-- The public page of ideas: open from here to there. The one without an end is open now; without any it is closed, as it is at first.
create table ideas_pages (
  id uuid primary key,
  opened_at timestamptz not null,
  opened_by uuid references members,
  closed_at timestamptz,
  closed_by uuid references members,
  check (closed_at is not null or closed_by is null)
);
create unique index one_ideas_page_is_open on ideas_pages ((closed_at is null)) where closed_at is null;
