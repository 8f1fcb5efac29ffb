-- Somebody goes home before what they have in hand does. Until they are back, what falls due calls whoever is on duty for them.
create table shift_ends (
  id uuid primary key,
  member_id uuid not null references members,
  ended_at timestamptz not null,
  back_at timestamptz not null,
  -- They came back before they said.
  returned_at timestamptz,
  check (back_at > ended_at)
);
create index shift_ends_of_member on shift_ends (member_id, ended_at desc);
