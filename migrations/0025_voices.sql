-- Law 7: every piece of customer voice has a theme, a decider and a day.

-- What people speak of, whose matter it is, and who decides. One of them is for everything else, so that nothing is nobody's.
create table topics (
  id uuid primary key,
  name_it text not null,
  name_en text not null,
  department_id uuid not null references departments,
  -- Null: whoever heads the department.
  decider_id uuid references members,
  -- Working days of the department's calendar in which a theme of this topic is decided.
  decides_within_days integer not null check (decides_within_days between 1 and 120),
  -- By which words a topic is proposed, in both languages.
  words text[] not null default '{}',
  is_for_the_rest boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz,
  check (not (is_for_the_rest and closed_at is not null))
);
create unique index topics_for_the_rest on topics (is_for_the_rest) where is_for_the_rest;

create table themes (
  id uuid primary key,
  number integer generated always as identity unique,
  title text not null,
  topic_id uuid not null references topics,
  product text,
  -- Who decides now. Never empty; whoever leaves is followed by whom the rules name then.
  decider_id uuid not null references members,
  -- Null while a decision stands.
  decide_by timestamptz,
  opened_at timestamptz not null,
  opened_by uuid references members,
  -- Found among loose voices at night; a person has not yet looked at it.
  is_proposed boolean not null default false,
  merged_into_id uuid references themes,
  -- A proposal that a person said is no theme: its voices are loose again.
  dissolved_at timestamptz,
  -- 0 nobody called yet, 1 its decider, 2 the head, 3 the management.
  climbed_to smallint not null default 0 check (climbed_to between 0 and 3),
  next_climb_at timestamptz,
  -- Shown on the public page of ideas, by a person.
  published_at timestamptz,
  check (merged_into_id <> id),
  check (dissolved_at is null or is_proposed),
  -- Law 7: a theme on which nobody has decided climbs by itself until there is no higher step.
  constraint law_7_no_drawer check (
    case when decide_by is null or merged_into_id is not null or is_proposed then next_climb_at is null else (next_climb_at is null) = (climbed_to = 3) end)
);
create index themes_to_decide on themes (decide_by) where decide_by is not null and merged_into_id is null;
create index themes_climbing on themes (next_climb_at) where next_climb_at is not null;
create index themes_by_opening on themes (opened_at desc, id);

-- One thing that a customer said and others should hear. The words are never changed; where they stand and who said them stay.
create table insights (
  id uuid primary key,
  number integer generated always as identity unique,
  kind text not null check (kind in ('feature_request', 'frustration', 'suggestion', 'idea', 'defect', 'praise', 'leaving_risk')),
  words text not null check (words <> ''),
  source text not null check (source in ('message', 'note', 'survey', 'complaint', 'colleague', 'public_page')),
  -- Where the words stand: in a message, from this character to that one.
  case_id uuid references cases,
  message_id uuid references messages,
  span_from integer,
  span_to integer,
  -- The note, survey answer or complaint that they stand in.
  source_id uuid,
  customer_id uuid references customers,
  said_by text not null,
  said_at timestamptz not null,
  language text check (language in ('it', 'en')),
  -- Who heard it; null where the program found it and nobody has said otherwise.
  heard_by uuid references members,
  heard_at timestamptz not null,
  -- What a colleague adds to the words, for those who decide.
  remark text,
  theme_id uuid references themes,
  -- Whose matter its words are likely to be, and by when somebody there puts it into a theme.
  topic_id uuid not null references topics,
  place_by timestamptz not null,
  -- As of a theme: 0 nobody called yet, 1 whoever decides for the topic, 2 the head, 3 the management.
  place_climbed_to smallint not null default 0 check (place_climbed_to between 0 and 3),
  next_place_climb_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references members,
  -- Law 7: a voice that stands in no theme climbs by itself until there is no higher step.
  constraint law_7_no_loose_voice check (theme_id is not null or withdrawn_at is not null or (next_place_climb_at is null) = (place_climbed_to = 3)),
  check ((message_id is null) = (span_from is null)),
  check ((span_from is null) = (span_to is null)),
  check (span_to > span_from)
);
create index insights_of_theme on insights (theme_id, said_at desc) where withdrawn_at is null;
create index insights_loose on insights (place_by, id) where theme_id is null and withdrawn_at is null;
create index insights_climbing on insights (next_place_climb_at) where next_place_climb_at is not null and withdrawn_at is null;
create index insights_of_message on insights (message_id) where message_id is not null;
create index insights_of_case on insights (case_id) where case_id is not null;
create index insights_of_customer on insights (customer_id) where customer_id is not null;
create unique index insights_once on insights (message_id, span_from, span_to) where message_id is not null and withdrawn_at is null;
create unique index insights_once_of_source on insights (source_id, md5(words)) where source in ('survey', 'complaint') and withdrawn_at is null;

-- What the program would mark, for a person to take or to dismiss. Dismissed stays dismissed.
create table insight_suggestions (
  id uuid primary key,
  case_id uuid not null references cases,
  message_id uuid not null references messages,
  span_from integer not null,
  span_to integer not null,
  kind text not null,
  score real not null,
  theme_id uuid references themes,
  at timestamptz not null,
  insight_id uuid references insights,
  dismissed_at timestamptz,
  dismissed_by uuid references members,
  unique (message_id, span_from, span_to),
  check (span_to > span_from)
);
create index insight_suggestions_open on insight_suggestions (message_id) where insight_id is null and dismissed_at is null;

-- Which voice went from which theme to which, by whom: what a merge moved comes back when it is undone, and nobody is lost.
create table theme_moves (
  id uuid primary key,
  insight_id uuid not null references insights,
  from_theme_id uuid references themes,
  to_theme_id uuid references themes,
  -- The merge or split that it was part of.
  step_id uuid,
  at timestamptz not null,
  by uuid references members
);
create index theme_moves_of_step on theme_moves (step_id) where step_id is not null;
create index theme_moves_of_insight on theme_moves (insight_id, at);

create table theme_steps (
  id uuid primary key,
  kind text not null check (kind in ('merge', 'split')),
  from_theme_id uuid not null references themes,
  to_theme_id uuid not null references themes,
  at timestamptz not null,
  by uuid not null references members,
  undone_at timestamptz,
  -- The clock of the merged theme, given back when the merge is undone.
  decide_by timestamptz
);
create index theme_steps_from on theme_steps (from_theme_id);
create index theme_steps_to on theme_steps (to_theme_id);

-- Two themes that may say the same, found at night; what a person dismissed stays dismissed.
create table theme_likenesses (
  one_id uuid not null references themes,
  other_id uuid not null references themes,
  score real not null,
  at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by uuid references members,
  primary key (one_id, other_id),
  check (one_id < other_id)
);

-- Take or leave. A new decision stands above the old one and never erases it.
create table decisions (
  id uuid primary key,
  theme_id uuid not null references themes,
  kind text not null check (kind in ('take', 'leave')),
  -- Why it was left: from a list that can be counted. The words say it to people.
  reason text check (reason in ('too_few', 'costs_too_much', 'against_our_way', 'exists_already', 'not_ours', 'not_possible', 'later')),
  words text not null check (words <> ''),
  -- Who does it, by when.
  doer_id uuid references members,
  doer_department_id uuid references departments,
  ships_by date,
  decided_by uuid not null references members,
  decided_at timestamptz not null,
  -- What stood behind it on that day.
  customers integer not null,
  value_cents bigint not null,
  at_risk integer not null,
  voices integer not null,
  shipped_at timestamptz,
  shipped_by uuid references members,
  shipped_words text,
  -- The keeper was told that the day has passed and nothing is out.
  late_called_at timestamptz,
  check ((kind = 'leave') = (reason is not null)),
  check ((kind = 'take') = (ships_by is not null)),
  check ((kind = 'take') = (num_nonnulls(doer_id, doer_department_id) > 0)),
  check (kind = 'take' or shipped_at is null),
  check ((shipped_at is null) = (shipped_by is null))
);
create index decisions_of_theme on decisions (theme_id, decided_at desc);
create index decisions_to_ship on decisions (ships_by) where kind = 'take' and shipped_at is null;

-- A day that was moved: the one that was said first stays to be read.
create table decision_moves (
  id uuid primary key,
  decision_id uuid not null references decisions,
  from_day date not null,
  to_day date not null,
  why text not null,
  by uuid not null references members,
  at timestamptz not null
);
create index decision_moves_of on decision_moves (decision_id, at);

-- The loop: each customer is told once of a decision and once of what shipped, in words that a person has read.
create table loop_letters (
  id uuid primary key,
  decision_id uuid not null references decisions,
  occasion text not null check (occasion in ('decided', 'shipped')),
  customer_id uuid not null references customers,
  theme_id uuid not null references themes,
  -- The case on which they said it, which the letter goes out on; null where there is none and nobody can be reached so.
  case_id uuid references cases,
  insight_id uuid not null references insights,
  language text not null check (language in ('it', 'en')),
  text text,
  drafted_at timestamptz not null,
  -- Whoever read it lets it go.
  read_by uuid references members,
  send_at timestamptz,
  outcome text check (outcome in ('told', 'not_told')),
  reason text,
  message_id uuid references messages,
  settled_at timestamptz,
  unique (decision_id, occasion, customer_id),
  check ((send_at is null) = (read_by is null)),
  check ((outcome = 'not_told') = (reason is not null) or outcome is null),
  check ((outcome is null) = (settled_at is null))
);
create index loop_letters_leaving on loop_letters (send_at) where send_at is not null and outcome is null;
create index loop_letters_to_read on loop_letters (theme_id) where send_at is null and outcome is null;
create index loop_letters_of_case on loop_letters (case_id) where case_id is not null;
create index loop_letters_of_message on loop_letters (message_id) where message_id is not null;
