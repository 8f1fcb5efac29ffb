-- Beside the degrees, which rules give: what was learnt. Null where the customer waits for nothing of ours, or where the forecast is hidden.
-- {"chase24": 0.03, "chase72": 0.08, "leaves": 0.7, "because": [{"theme": "wrote", …}]}
alter table case_heat add column risks jsonb;
-- What acting now would save, in thousandths: the order of the list of who boils next.
alter table case_heat add column saves integer not null default 0;

-- One row a night on which the forecast was measured on our own cases, and perhaps learnt from them. The latest that ended is in use.
create table forecast_nights (
  night date primary key,
  began_at timestamptz not null,
  ended_at timestamptz,
  snapshots integer,
  chases integer,
  -- Null: the model that comes with Presa forecasts better, or as well.
  model jsonb,
  -- Which risks are shown: those whose Brier score is better than that of the base rate. {"chase24": true, …}
  shows jsonb,
  -- What was measured on held-back cases: {"ours": {…}, "shipped": {…}}
  measures jsonb,
  -- In words for whoever runs the program, where the night came to nothing.
  trouble text
);
