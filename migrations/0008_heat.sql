-- How near each open case is to boiling, and why. Written by rules today, by a trained forecast later; the shape stays.
create table case_heat (
  case_id uuid primary key references cases,
  degrees smallint not null check (degrees between 0 and 100),
  -- [{"code": "chased", "facts": {…}, "degrees": 18}, …], strongest first
  reasons jsonb not null,
  -- When it boils if nobody acts; null where it does not.
  boils_at timestamptz,
  boiled_at timestamptz,
  -- The one act that helps most: {"code": "remind_department", "facts": {…}}
  act jsonb not null,
  -- When the number changes by itself, because time passes.
  look_again_at timestamptz,
  computed_at timestamptz not null
);
create index case_heat_hottest on case_heat (degrees desc, case_id);
create index case_heat_to_look_at on case_heat (look_again_at) where look_again_at is not null;
