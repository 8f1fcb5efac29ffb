-- What a post is worth in stars, what became of it when it was noted, and what its writer did with it afterwards.
alter table public_posts
  add column stars smallint check (stars between 1 and 5),
  -- Null for what we answered there.
  add column became text check (became in ('opened', 'joined', 'suggested')),
  -- The writer changed their words: the new ones stand beside the old, each with its message.
  add column version_of uuid references public_posts,
  add column deleted_at timestamptz,
  -- An import that brought it was undone: it may be told of again.
  add column undone_at timestamptz;
alter table public_posts drop constraint public_posts_site_key_external_id_key;
create unique index public_posts_once on public_posts (site_key, external_id) where version_of is null and undone_at is null;
create index public_posts_versions on public_posts (version_of) where version_of is not null;
create index public_posts_by_day on public_posts (logged_at);
update public_posts set became = case
    when exists (select from messages earlier where earlier.case_id = m.case_id and earlier.id < m.id) then 'joined' else 'opened' end
  from messages m where m.id = public_posts.message_id and m.direction = 'in';

-- Who may answer where everybody reads it: whoever was trained for it. E-mail, telephone and chat are open to all of the service.
create table member_channels (
  id uuid primary key,
  member_id uuid not null references members,
  channel text not null check (channel in ('review', 'social')),
  trained_at timestamptz not null,
  -- Null: when the company was founded, by nobody in particular.
  trained_by uuid references members,
  ended_at timestamptz,
  ended_by uuid references members,
  check (ended_at is not null or ended_by is null)
);
create unique index one_training_runs on member_channels (member_id, channel) where ended_at is null;

-- A program elsewhere that tells us of posts, signed with a secret that the two share.
create table heard_sources (
  id uuid primary key,
  name text not null,
  -- What people call the place, where the post does not say.
  site text not null,
  channel text not null check (channel in ('review', 'social')),
  -- Sealed. The old one still holds for a day after a change, so that nothing is lost while the other side is told.
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  made_at timestamptz not null,
  made_by uuid references members,
  off_at timestamptz,
  off_by uuid references members,
  last_heard_at timestamptz,
  -- The last one that was turned away, and why: whoever waits in vain sees it here.
  refused_at timestamptz,
  refused_because text check (refused_because in ('signature', 'timestamp', 'headers')),
  check ((old_secret is null) = (old_secret_until is null)),
  check (off_at is not null or off_by is null)
);

-- What a program told, as it came (law 10): the bytes are in the file store before anything is done with them.
create table heard_deliveries (
  id uuid primary key,
  source_id uuid not null references heard_sources,
  -- The sender's own id of it: the same one again is the same one.
  webhook_id text not null,
  sha256 text not null,
  size integer not null,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'quarantined')),
  outcome text,
  reason text,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  case_id uuid references cases,
  settled_at timestamptz,
  unique (source_id, webhook_id),
  check ((state = 'waiting') = (next_attempt_at is not null))
);
create index heard_deliveries_waiting on heard_deliveries (next_attempt_at) where next_attempt_at is not null;
create index heard_deliveries_by_state on heard_deliveries (state, id desc);

-- A file of posts. Its bytes are in the file store as they came; each of its rows is settled in a transaction of its own.
create table heard_imports (
  id uuid primary key,
  name text not null,
  sha256 text not null,
  size integer not null,
  -- How it is read: letters, separator, which column says what, and what holds for all rows.
  reading jsonb not null,
  row_count integer not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references members,
  started_at timestamptz,
  started_by uuid references members,
  next_row integer not null default 0,
  finished_at timestamptz,
  undo_asked_at timestamptz,
  undo_asked_by uuid references members,
  undone_at timestamptz,
  -- When the next turn is due; null while there is nothing to do.
  turn_at timestamptz
);
create index heard_imports_due on heard_imports (turn_at) where turn_at is not null;

create table heard_import_rows (
  import_id uuid not null references heard_imports,
  -- From 0, without the line of the headings.
  row integer not null,
  became text not null check (became in ('opened', 'joined', 'suggested', 'known', 'left_out', 'refused')),
  reason text,
  -- Who and what, in a few words.
  excerpt text not null,
  message_id uuid references messages,
  case_id uuid references cases,
  -- What undoing did with it: taken back, or left because somebody had acted.
  undone text check (undone in ('taken_back', 'stays')),
  primary key (import_id, row)
);
