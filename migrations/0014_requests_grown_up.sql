-- What a department needs to know so that it can answer at the first try. Words in both languages: {"it": …, "en": …}.
create table request_templates (
  id uuid primary key,
  department_id uuid not null references departments,
  -- What agreements tell apart: "spedizione", "rimborso". One word of the company's own.
  kind text not null,
  name jsonb not null,
  question jsonb not null,
  -- [{"key": "order", "label": {…}, "type": "text", "required": true, "options": [], "fill": "order"}]
  fields jsonb not null default '[]',
  -- [{"label": {…}, "asksDate": {…} | null}]
  choices jsonb not null default '[]',
  created_at timestamptz not null,
  -- Kept for the requests that were asked with it.
  withdrawn_at timestamptz
);
create index request_templates_of on request_templates (department_id) where withdrawn_at is null;

-- Within how much working time a department answers, by kind and urgency; null stands for any. The most specific one counts.
create table agreements (
  id uuid primary key,
  department_id uuid not null references departments,
  kind text,
  urgency text check (urgency in ('normal', 'high', 'urgent')),
  answers_within_minutes integer not null check (answers_within_minutes > 0),
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_agreement on agreements (department_id, kind, urgency) nulls not distinct where ended_at is null;

-- The underpinning contract of a supplier: its clock is theirs by contract, not by agreement between colleagues.
create table supplier_contracts (
  department_id uuid primary key references departments,
  reference text not null,
  contact_name text not null,
  contact_phone text,
  contact_address text,
  valid_until date,
  changed_at timestamptz not null
);

alter table requests
  add column kind text,
  add column urgency text not null default 'normal' check (urgency in ('normal', 'high', 'urgent')),
  add column template_id uuid references request_templates,
  -- What was filled in, with its labels as they were: [{"key": …, "label": {…}, "type": …, "value": …, "attachmentId": … | null}]
  add column fields jsonb not null default '[]',
  -- The contract under which a supplier was asked, as it was called then.
  add column contract_reference text,
  -- A colleague of the department said "I have it".
  add column taken_at timestamptz,
  add column taken_by text,
  add column taken_by_member_id uuid references members,
  add column taken_by_address text,
  -- Since when an answer that was not enough waits for a better one; null again once that came.
  add column sent_back_at timestamptz,
  add constraint taken_by_somebody check ((taken_at is null) = (taken_by is null)),
  add constraint sent_back_is_open check (sent_back_at is null or num_nonnulls(answered_at, refused_at) = 0);

alter table request_turns
  drop constraint request_turns_kind_check,
  add constraint request_turns_kind_check check (kind in ('answer', 'question_back', 'reply', 'not_ours', 'sent_back'));

-- An answer that was not enough. What was before stands in the row, so that undoing restores exactly that.
create table request_returns (
  id uuid primary key,
  request_id uuid not null references requests,
  by_member_id uuid not null references members,
  by_name text not null,
  missing text not null,
  at timestamptz not null,
  before jsonb not null,
  -- Until its letter leaves it can be undone.
  leaves_at timestamptz not null,
  left_at timestamptz,
  undone_at timestamptz,
  check (num_nonnulls(left_at, undone_at) <= 1)
);
create index request_returns_of on request_returns (request_id, at);
create index request_returns_leaving on request_returns (leaves_at) where left_at is null and undone_at is null;

-- A question that waits for another department's answer before it is asked.
create table planned_requests (
  id uuid primary key,
  case_id uuid not null references cases,
  department_id uuid not null references departments,
  planned_by uuid not null references members,
  -- What will be asked, as the form said it.
  input jsonb not null,
  -- Exactly one: the request whose answer it waits for, or the planned one that comes before it.
  after_request_id uuid references requests,
  after_planned_id uuid references planned_requests,
  planned_at timestamptz not null,
  request_id uuid references requests,
  cancelled_at timestamptz,
  cancelled_reason text,
  -- Why it could not be asked when its turn had come.
  refused jsonb,
  check (num_nonnulls(after_request_id, after_planned_id) = 1),
  check (num_nonnulls(request_id, cancelled_at) <= 1),
  check ((cancelled_at is null) = (cancelled_reason is null))
);
create index planned_requests_of_case on planned_requests (case_id, planned_at);
create index planned_requests_after on planned_requests (after_request_id) where request_id is null and cancelled_at is null;
