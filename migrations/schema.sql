-- The schema as all migrations leave it. Written by tools/schema.ts.

create table absences (
  id uuid not null,
  member_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  deputy_id uuid not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint absences_pkey PRIMARY KEY (id),
  constraint absences_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES members(id),
  constraint absences_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint absences_check CHECK ((ends_at > starts_at)),
  constraint absences_check1 CHECK ((deputy_id <> member_id))
);
CREATE INDEX absences_of_member ON public.absences USING btree (member_id, ends_at) WHERE (withdrawn_at IS NULL);

create table access_tokens (
  id uuid not null,
  member_id uuid not null,
  name text not null,
  token_hash text not null,
  scope text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint access_tokens_token_hash_key UNIQUE (token_hash),
  constraint access_tokens_pkey PRIMARY KEY (id),
  constraint access_tokens_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint access_tokens_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text])))
);
CREATE INDEX access_tokens_of_member ON public.access_tokens USING btree (member_id);

create table agreements (
  id uuid not null,
  department_id uuid not null,
  kind text,
  urgency text,
  answers_within_minutes integer not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint agreements_pkey PRIMARY KEY (id),
  constraint agreements_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint agreements_answers_within_minutes_check CHECK ((answers_within_minutes > 0)),
  constraint agreements_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'high'::text, 'urgent'::text])))
);
CREATE UNIQUE INDEX one_agreement ON public.agreements USING btree (department_id, kind, urgency) NULLS NOT DISTINCT WHERE (ended_at IS NULL);

create table attachments (
  id uuid not null,
  case_id uuid not null,
  message_id uuid,
  note_id uuid,
  uploaded_by uuid,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  content_id text,
  is_inline boolean not null,
  created_at timestamp with time zone not null,
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint attachments_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint attachments_note_id_fkey FOREIGN KEY (note_id) REFERENCES notes(id),
  constraint attachments_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES members(id),
  constraint attachments_check CHECK ((num_nonnulls(message_id, note_id) <= 1)),
  constraint attachments_size_check CHECK ((size >= 0))
);
CREATE INDEX attachments_of_case ON public.attachments USING btree (case_id);
CREATE INDEX attachments_of_message ON public.attachments USING btree (message_id) WHERE (message_id IS NOT NULL);

create table calendars (
  id uuid not null,
  name text not null,
  time_zone text not null,
  week jsonb not null,
  holidays_country text,
  holidays_region text,
  patron_day jsonb,
  exceptions jsonb not null,
  constraint calendars_name_key UNIQUE (name),
  constraint calendars_pkey PRIMARY KEY (id)
);

create table case_heat (
  case_id uuid not null,
  degrees smallint not null,
  reasons jsonb not null,
  boils_at timestamp with time zone,
  boiled_at timestamp with time zone,
  act jsonb not null,
  look_again_at timestamp with time zone,
  computed_at timestamp with time zone not null,
  risks jsonb,
  saves integer not null,
  constraint case_heat_pkey PRIMARY KEY (case_id),
  constraint case_heat_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_heat_degrees_check CHECK (((degrees >= 0) AND (degrees <= 100)))
);
CREATE INDEX case_heat_hottest ON public.case_heat USING btree (degrees DESC, case_id);
CREATE INDEX case_heat_to_look_at ON public.case_heat USING btree (look_again_at) WHERE (look_again_at IS NOT NULL);

create table case_links (
  id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_opened_at timestamp with time zone,
  openings integer not null,
  given_in text not null,
  constraint case_links_token_hash_key UNIQUE (token_hash),
  constraint case_links_pkey PRIMARY KEY (id),
  constraint case_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_links_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint case_links_given_in_check CHECK ((given_in = ANY (ARRAY['mail'::text, 'chat'::text])))
);
CREATE INDEX case_links_of_case ON public.case_links USING btree (case_id);

create table cases (
  id uuid not null,
  number integer not null,
  subject text not null,
  customer_id uuid not null,
  department_id uuid not null,
  channel text not null,
  status text not null,
  phase text,
  level smallint not null,
  language text not null,
  owner_id uuid,
  claim_due_at timestamp with time zone,
  claim_late_at timestamp with time zone,
  next_update_due_at timestamp with time zone,
  next_update_warned_at timestamp with time zone,
  next_update_missed_at timestamp with time zone,
  opened_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone,
  waiting_since timestamp with time zone,
  chases integer not null,
  last_inbound_at timestamp with time zone,
  last_outbound_at timestamp with time zone,
  last_activity_at timestamp with time zone not null,
  merged_into_id uuid,
  constraint cases_number_key UNIQUE (number),
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint cases_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint cases_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES cases(id),
  constraint cases_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES members(id),
  constraint cases_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'form'::text, 'page'::text, 'chat'::text, 'review'::text, 'social'::text]))),
  constraint cases_check CHECK ((merged_into_id <> id)),
  constraint cases_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint cases_level_check CHECK (((level >= 1) AND (level <= 3))),
  constraint cases_phase_check CHECK ((phase = ANY (ARRAY['before'::text, 'during'::text, 'after'::text]))),
  constraint cases_status_check CHECK ((status = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_department'::text, 'waiting_third_party'::text, 'resolved'::text, 'closed'::text]))),
  constraint law_1_one_owner CHECK (((status = ANY (ARRAY['resolved'::text, 'closed'::text])) OR ((owner_id IS NULL) = (claim_due_at IS NOT NULL)))),
  constraint law_2_no_silence CHECK (((status = ANY (ARRAY['resolved'::text, 'closed'::text])) OR (next_update_due_at IS NOT NULL))),
  constraint resolved_has_an_instant CHECK (((status = ANY (ARRAY['resolved'::text, 'closed'::text])) = (resolved_at IS NOT NULL)))
);
CREATE INDEX cases_by_next_update ON public.cases USING btree (next_update_due_at) WHERE (status <> ALL (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX cases_by_status ON public.cases USING btree (status, last_activity_at DESC, id DESC) WHERE (status <> ALL (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX cases_done ON public.cases USING btree (resolved_at DESC, id DESC) WHERE (status = ANY (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX cases_in_queue ON public.cases USING btree (claim_due_at, id) WHERE ((owner_id IS NULL) AND (status <> ALL (ARRAY['resolved'::text, 'closed'::text])));
CREATE INDEX cases_merged_into ON public.cases USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX cases_of_customer ON public.cases USING btree (customer_id, opened_at DESC);
CREATE INDEX cases_of_owner ON public.cases USING btree (owner_id, last_activity_at DESC, id DESC) WHERE (status <> ALL (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX cases_oldest ON public.cases USING btree (opened_at, id) WHERE (status <> ALL (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX cases_open ON public.cases USING btree (last_activity_at DESC, id DESC) WHERE (status <> ALL (ARRAY['resolved'::text, 'closed'::text]));

create table chat_conversations (
  id uuid not null,
  entrance_id uuid not null,
  token_hash text not null,
  language text not null,
  case_id uuid,
  identity_kind text not null,
  identity_value text not null,
  name text,
  email text,
  proven_at timestamp with time zone,
  code_tries smallint not null,
  mixed_at timestamp with time zone,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  typing_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint chat_conversations_token_hash_key UNIQUE (token_hash),
  constraint chat_conversations_pkey PRIMARY KEY (id),
  constraint chat_conversations_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint chat_conversations_entrance_id_fkey FOREIGN KEY (entrance_id) REFERENCES chat_entrances(id),
  constraint chat_conversations_identity_kind_check CHECK ((identity_kind = ANY (ARRAY['email'::text, 'handle'::text]))),
  constraint chat_conversations_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text])))
);
CREATE INDEX chat_conversations_of_case ON public.chat_conversations USING btree (case_id);

create table chat_deliveries (
  message_id uuid not null,
  conversation_id uuid not null,
  shown_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mail_due_at timestamp with time zone,
  mailed_at timestamp with time zone,
  constraint chat_deliveries_pkey PRIMARY KEY (message_id),
  constraint chat_deliveries_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES chat_conversations(id),
  constraint chat_deliveries_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id)
);
CREATE INDEX chat_deliveries_of ON public.chat_deliveries USING btree (conversation_id);
CREATE INDEX chat_deliveries_unread ON public.chat_deliveries USING btree (mail_due_at) WHERE ((read_at IS NULL) AND (mailed_at IS NULL) AND (mail_due_at IS NOT NULL));

create table chat_entrances (
  id uuid not null,
  name text not null,
  public_key text not null,
  department_id uuid not null,
  greeting jsonb not null,
  away_words jsonb not null,
  origins jsonb not null,
  is_on boolean not null,
  created_at timestamp with time zone not null,
  constraint chat_entrances_public_key_key UNIQUE (public_key),
  constraint chat_entrances_pkey PRIMARY KEY (id),
  constraint chat_entrances_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id)
);

create table chat_lines (
  message_id uuid not null,
  conversation_id uuid not null,
  client_id text not null,
  constraint chat_lines_conversation_id_client_id_key UNIQUE (conversation_id, client_id),
  constraint chat_lines_pkey PRIMARY KEY (message_id),
  constraint chat_lines_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES chat_conversations(id),
  constraint chat_lines_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id)
);

create table companies (
  id uuid not null,
  name text not null,
  yearly_value_cents bigint,
  created_at timestamp with time zone not null,
  constraint companies_pkey PRIMARY KEY (id)
);
CREATE INDEX companies_by_name_words ON public.companies USING gin (to_tsvector('simple'::regconfig, plain_letters(name)));

create table company (
  single boolean not null,
  name text not null,
  language text not null,
  time_zone text not null,
  is_demo boolean not null,
  set_up_at timestamp with time zone not null,
  constraint company_pkey PRIMARY KEY (single),
  constraint company_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint company_single_check CHECK (single)
);

create table complaint_entries (
  id uuid not null,
  complaint_id uuid not null,
  place integer not null,
  at timestamp with time zone not null,
  by jsonb not null,
  kind text not null,
  data jsonb not null,
  constraint complaint_entries_complaint_id_place_key UNIQUE (complaint_id, place),
  constraint complaint_entries_pkey PRIMARY KEY (id),
  constraint complaint_entries_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaints(id)
);

create table complaint_letters (
  id uuid not null,
  complaint_id uuid not null,
  kind text not null,
  pending_reply_id uuid not null,
  data jsonb not null,
  prepared_at timestamp with time zone not null,
  left_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  message_id uuid,
  constraint complaint_letters_pending_reply_id_key UNIQUE (pending_reply_id),
  constraint complaint_letters_pkey PRIMARY KEY (id),
  constraint complaint_letters_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaints(id),
  constraint complaint_letters_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint complaint_letters_pending_reply_id_fkey FOREIGN KEY (pending_reply_id) REFERENCES pending_replies(id),
  constraint complaint_letters_kind_check CHECK ((kind = ANY (ARRAY['acknowledgement'::text, 'interim'::text, 'final'::text])))
);
CREATE UNIQUE INDEX complaint_letters_on_their_way ON public.complaint_letters USING btree (complaint_id) WHERE ((left_at IS NULL) AND (withdrawn_at IS NULL));

create table complaint_numbers (
  year integer not null,
  last integer not null,
  constraint complaint_numbers_pkey PRIMARY KEY (year),
  constraint complaint_numbers_last_check CHECK ((last > 0))
);

create table complaint_terms (
  id uuid not null,
  sector text not null,
  kind text not null,
  name_it text not null,
  name_en text not null,
  basis_it text not null,
  basis_en text not null,
  days integer not null,
  counts text not null,
  starts text not null,
  longest_days integer,
  indemnity jsonb,
  next_body_it text,
  next_body_en text,
  valid_from date not null,
  valid_to date,
  added_at timestamp with time zone not null,
  added_by uuid,
  constraint complaint_terms_pkey PRIMARY KEY (id),
  constraint complaint_terms_added_by_fkey FOREIGN KEY (added_by) REFERENCES members(id),
  constraint complaint_terms_check CHECK ((longest_days >= days)),
  constraint complaint_terms_check1 CHECK ((valid_to >= valid_from)),
  constraint complaint_terms_check2 CHECK (((next_body_it IS NULL) = (next_body_en IS NULL))),
  constraint complaint_terms_counts_check CHECK ((counts = ANY (ARRAY['calendar'::text, 'working'::text]))),
  constraint complaint_terms_days_check CHECK (((days >= 1) AND (days <= 366))),
  constraint complaint_terms_kind_check CHECK ((kind ~ '^[a-z_]{1,40}$'::text)),
  constraint complaint_terms_sector_check CHECK ((sector = ANY (ARRAY['energy'::text, 'telecoms'::text, 'insurance'::text, 'banks'::text, 'payments'::text, 'none'::text]))),
  constraint complaint_terms_starts_check CHECK ((starts = ANY (ARRAY['received'::text, 'registered'::text])))
);
CREATE INDEX complaint_terms_in_force ON public.complaint_terms USING btree (sector, kind, valid_from DESC, added_at DESC);

create table complaints (
  id uuid not null,
  year integer not null,
  number integer not null,
  case_id uuid not null,
  message_id uuid,
  customer_id uuid not null,
  received_at timestamp with time zone not null,
  channel text not null,
  proof text,
  said text not null,
  term_id uuid not null,
  first_due_at timestamp with time zone not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  repeats_id uuid,
  complainant text not null,
  on_behalf_of text,
  contract_code text,
  product text,
  topic text not null,
  sub_topic text,
  remedy text,
  severity text not null,
  department_id uuid not null,
  responsible_id uuid,
  due_at timestamp with time zone not null,
  remind_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  call_at timestamp with time zone not null,
  called_at timestamp with time zone,
  late_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  interim_at timestamp with time zone,
  answered_at timestamp with time zone,
  outcome text,
  indemnity_cents integer not null,
  closed_at timestamp with time zone,
  annulled_at timestamp with time zone,
  constraint complaints_year_number_key UNIQUE (year, number),
  constraint complaints_pkey PRIMARY KEY (id),
  constraint complaints_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint complaints_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint complaints_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint complaints_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint complaints_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES members(id),
  constraint complaints_repeats_id_fkey FOREIGN KEY (repeats_id) REFERENCES complaints(id),
  constraint complaints_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES members(id),
  constraint complaints_term_id_fkey FOREIGN KEY (term_id) REFERENCES complaint_terms(id),
  constraint complaints_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'form'::text, 'page'::text, 'chat'::text, 'review'::text, 'social'::text, 'pec'::text, 'letter'::text, 'counter'::text]))),
  constraint complaints_check CHECK (((answered_at IS NULL) = (outcome IS NULL))),
  constraint complaints_number_check CHECK ((number > 0)),
  constraint complaints_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'rejected'::text, 'settled'::text]))),
  constraint complaints_severity_check CHECK ((severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
);
CREATE INDEX complaints_late ON public.complaints USING btree (due_at) WHERE ((answered_at IS NULL) AND (annulled_at IS NULL) AND (late_at IS NULL));
CREATE INDEX complaints_of_case ON public.complaints USING btree (case_id);
CREATE INDEX complaints_of_customer ON public.complaints USING btree (customer_id);
CREATE UNIQUE INDEX complaints_of_message ON public.complaints USING btree (message_id) WHERE (annulled_at IS NULL);
CREATE INDEX complaints_received ON public.complaints USING btree (received_at);
CREATE INDEX complaints_to_call ON public.complaints USING btree (call_at) WHERE ((answered_at IS NULL) AND (annulled_at IS NULL) AND (called_at IS NULL));
CREATE INDEX complaints_to_remind ON public.complaints USING btree (remind_at) WHERE ((answered_at IS NULL) AND (annulled_at IS NULL) AND (reminded_at IS NULL));

create table credentials (
  id uuid not null,
  sign_in_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credentials_pkey PRIMARY KEY (id),
  constraint credentials_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES sign_ins(id) ON DELETE CASCADE
);
CREATE INDEX credentials_of_sign_in ON public.credentials USING btree (sign_in_id);

create table customers (
  id uuid not null,
  name text not null,
  company_id uuid,
  language text,
  customer_since date,
  yearly_value_cents bigint,
  created_at timestamp with time zone not null,
  prefers text,
  prefers_number text,
  constraint customers_pkey PRIMARY KEY (id),
  constraint customers_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint customers_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint customers_prefers_check CHECK ((prefers = ANY (ARRAY['email'::text, 'phone'::text]))),
  constraint who_is_called_has_a_number CHECK (((prefers IS DISTINCT FROM 'phone'::text) OR (prefers_number IS NOT NULL)))
);
CREATE INDEX customers_by_name_words ON public.customers USING gin (to_tsvector('simple'::regconfig, plain_letters(name)));
CREATE INDEX customers_of_company ON public.customers USING btree (company_id) WHERE (company_id IS NOT NULL);

create table decision_moves (
  id uuid not null,
  decision_id uuid not null,
  from_day date not null,
  to_day date not null,
  why text not null,
  by uuid not null,
  at timestamp with time zone not null,
  constraint decision_moves_pkey PRIMARY KEY (id),
  constraint decision_moves_by_fkey FOREIGN KEY (by) REFERENCES members(id),
  constraint decision_moves_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id)
);
CREATE INDEX decision_moves_of ON public.decision_moves USING btree (decision_id, at);

create table decisions (
  id uuid not null,
  theme_id uuid not null,
  kind text not null,
  reason text,
  words text not null,
  doer_id uuid,
  doer_department_id uuid,
  ships_by date,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  customers integer not null,
  value_cents bigint not null,
  at_risk integer not null,
  voices integer not null,
  shipped_at timestamp with time zone,
  shipped_by uuid,
  shipped_words text,
  late_called_at timestamp with time zone,
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES members(id),
  constraint decisions_doer_department_id_fkey FOREIGN KEY (doer_department_id) REFERENCES departments(id),
  constraint decisions_doer_id_fkey FOREIGN KEY (doer_id) REFERENCES members(id),
  constraint decisions_shipped_by_fkey FOREIGN KEY (shipped_by) REFERENCES members(id),
  constraint decisions_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id),
  constraint decisions_check CHECK (((kind = 'leave'::text) = (reason IS NOT NULL))),
  constraint decisions_check1 CHECK (((kind = 'take'::text) = (ships_by IS NOT NULL))),
  constraint decisions_check2 CHECK (((kind = 'take'::text) = (num_nonnulls(doer_id, doer_department_id) > 0))),
  constraint decisions_check3 CHECK (((kind = 'take'::text) OR (shipped_at IS NULL))),
  constraint decisions_check4 CHECK (((shipped_at IS NULL) = (shipped_by IS NULL))),
  constraint decisions_kind_check CHECK ((kind = ANY (ARRAY['take'::text, 'leave'::text]))),
  constraint decisions_reason_check CHECK ((reason = ANY (ARRAY['too_few'::text, 'costs_too_much'::text, 'against_our_way'::text, 'exists_already'::text, 'not_ours'::text, 'not_possible'::text, 'later'::text]))),
  constraint decisions_words_check CHECK ((words <> ''::text))
);
CREATE INDEX decisions_of_theme ON public.decisions USING btree (theme_id, decided_at DESC);
CREATE INDEX decisions_to_ship ON public.decisions USING btree (ships_by) WHERE ((kind = 'take'::text) AND (shipped_at IS NULL));

create table departments (
  id uuid not null,
  name text not null,
  kind text not null,
  address text,
  calendar_id uuid not null,
  answers_within_minutes integer not null,
  head_id uuid,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint departments_name_key UNIQUE (name),
  constraint departments_pkey PRIMARY KEY (id),
  constraint departments_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  constraint departments_head_id_fkey FOREIGN KEY (head_id) REFERENCES members(id),
  constraint departments_answers_within_minutes_check CHECK ((answers_within_minutes > 0)),
  constraint departments_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'internal'::text, 'supplier'::text])))
);

create table digest_links (
  token_hash text not null,
  week text not null,
  recipient_id uuid,
  member_id uuid,
  language text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint digest_links_pkey PRIMARY KEY (token_hash),
  constraint digest_links_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint digest_links_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES digest_recipients(id),
  constraint digest_links_week_fkey FOREIGN KEY (week) REFERENCES digests(week),
  constraint digest_links_check CHECK ((num_nonnulls(recipient_id, member_id) = 1)),
  constraint digest_links_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text])))
);
CREATE INDEX digest_links_of ON public.digest_links USING btree (week);

create table digest_recipients (
  id uuid not null,
  name text not null,
  email text not null,
  language text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint digest_recipients_pkey PRIMARY KEY (id),
  constraint digest_recipients_added_by_fkey FOREIGN KEY (added_by) REFERENCES members(id),
  constraint digest_recipients_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text])))
);
CREATE UNIQUE INDEX digest_recipients_once ON public.digest_recipients USING btree (lower(email)) WHERE (removed_at IS NULL);

create table digests (
  week text not null,
  made_at timestamp with time zone not null,
  figures jsonb not null,
  constraint digests_pkey PRIMARY KEY (week),
  constraint digests_week_check CHECK ((week ~ '^\d{4}-W\d{2}$'::text))
);

create table drafts (
  id uuid not null,
  case_id uuid not null,
  member_id uuid not null,
  kind text not null,
  text text not null,
  seen_event_id bigint not null,
  updated_at timestamp with time zone not null,
  constraint drafts_case_id_member_id_kind_key UNIQUE (case_id, member_id, kind),
  constraint drafts_pkey PRIMARY KEY (id),
  constraint drafts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint drafts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint drafts_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'note'::text])))
);

create table events (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  kind text not null,
  case_id uuid,
  actor jsonb not null,
  data jsonb not null,
  constraint events_pkey PRIMARY KEY (id)
);
CREATE INDEX events_boiled ON public.events USING btree (at) WHERE (kind = 'heat.boiled'::text);
CREATE INDEX events_by_time ON public.events USING brin (at) WITH (pages_per_range='16');
CREATE INDEX events_of_case ON public.events USING btree (case_id, id) WHERE (case_id IS NOT NULL);

create table forecast_nights (
  night date not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  snapshots integer,
  chases integer,
  model jsonb,
  shows jsonb,
  measures jsonb,
  trouble text,
  constraint forecast_nights_pkey PRIMARY KEY (night)
);

create table forms (
  id uuid not null,
  name text not null,
  public_key text not null,
  department_id uuid not null,
  language text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint forms_public_key_key UNIQUE (public_key),
  constraint forms_pkey PRIMARY KEY (id),
  constraint forms_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint forms_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text])))
);

create table handovers (
  id uuid not null,
  case_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  reason text not null,
  summary text not null,
  offered_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  declined_at timestamp with time zone,
  decline_reason text,
  withdrawn_at timestamp with time zone,
  constraint handovers_pkey PRIMARY KEY (id),
  constraint handovers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint handovers_from_id_fkey FOREIGN KEY (from_id) REFERENCES members(id),
  constraint handovers_to_id_fkey FOREIGN KEY (to_id) REFERENCES members(id),
  constraint handovers_check CHECK ((from_id <> to_id)),
  constraint handovers_check1 CHECK ((num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1))
);
CREATE UNIQUE INDEX one_handover_open ON public.handovers USING btree (case_id) WHERE ((accepted_at IS NULL) AND (declined_at IS NULL) AND (withdrawn_at IS NULL));

create table heard_deliveries (
  id uuid not null,
  source_id uuid not null,
  webhook_id text not null,
  sha256 text not null,
  size integer not null,
  received_at timestamp with time zone not null,
  state text not null,
  outcome text,
  reason text,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  case_id uuid,
  settled_at timestamp with time zone,
  constraint heard_deliveries_source_id_webhook_id_key UNIQUE (source_id, webhook_id),
  constraint heard_deliveries_pkey PRIMARY KEY (id),
  constraint heard_deliveries_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint heard_deliveries_source_id_fkey FOREIGN KEY (source_id) REFERENCES heard_sources(id),
  constraint heard_deliveries_check CHECK (((state = 'waiting'::text) = (next_attempt_at IS NOT NULL))),
  constraint heard_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'quarantined'::text])))
);
CREATE INDEX heard_deliveries_by_state ON public.heard_deliveries USING btree (state, id DESC);
CREATE INDEX heard_deliveries_waiting ON public.heard_deliveries USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);

create table heard_import_rows (
  import_id uuid not null,
  row integer not null,
  became text not null,
  reason text,
  excerpt text not null,
  message_id uuid,
  case_id uuid,
  undone text,
  constraint heard_import_rows_pkey PRIMARY KEY (import_id, "row"),
  constraint heard_import_rows_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint heard_import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES heard_imports(id),
  constraint heard_import_rows_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint heard_import_rows_became_check CHECK ((became = ANY (ARRAY['opened'::text, 'joined'::text, 'suggested'::text, 'known'::text, 'left_out'::text, 'refused'::text]))),
  constraint heard_import_rows_undone_check CHECK ((undone = ANY (ARRAY['taken_back'::text, 'stays'::text])))
);

create table heard_imports (
  id uuid not null,
  name text not null,
  sha256 text not null,
  size integer not null,
  reading jsonb not null,
  row_count integer not null,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid not null,
  started_at timestamp with time zone,
  started_by uuid,
  next_row integer not null,
  finished_at timestamp with time zone,
  undo_asked_at timestamp with time zone,
  undo_asked_by uuid,
  undone_at timestamp with time zone,
  turn_at timestamp with time zone,
  constraint heard_imports_pkey PRIMARY KEY (id),
  constraint heard_imports_started_by_fkey FOREIGN KEY (started_by) REFERENCES members(id),
  constraint heard_imports_undo_asked_by_fkey FOREIGN KEY (undo_asked_by) REFERENCES members(id),
  constraint heard_imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES members(id)
);
CREATE INDEX heard_imports_due ON public.heard_imports USING btree (turn_at) WHERE (turn_at IS NOT NULL);

create table heard_sources (
  id uuid not null,
  name text not null,
  site text not null,
  channel text not null,
  secret text not null,
  old_secret text,
  old_secret_until timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by uuid,
  off_at timestamp with time zone,
  off_by uuid,
  last_heard_at timestamp with time zone,
  refused_at timestamp with time zone,
  refused_because text,
  constraint heard_sources_pkey PRIMARY KEY (id),
  constraint heard_sources_made_by_fkey FOREIGN KEY (made_by) REFERENCES members(id),
  constraint heard_sources_off_by_fkey FOREIGN KEY (off_by) REFERENCES members(id),
  constraint heard_sources_channel_check CHECK ((channel = ANY (ARRAY['review'::text, 'social'::text]))),
  constraint heard_sources_check CHECK (((old_secret IS NULL) = (old_secret_until IS NULL))),
  constraint heard_sources_check1 CHECK (((off_at IS NOT NULL) OR (off_by IS NULL))),
  constraint heard_sources_refused_because_check CHECK ((refused_because = ANY (ARRAY['signature'::text, 'timestamp'::text, 'headers'::text])))
);

create table ideas_pages (
  id uuid not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint ideas_pages_pkey PRIMARY KEY (id),
  constraint ideas_pages_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES members(id),
  constraint ideas_pages_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES members(id),
  constraint ideas_pages_check CHECK (((closed_at IS NOT NULL) OR (closed_by IS NULL)))
);
CREATE UNIQUE INDEX one_ideas_page_is_open ON public.ideas_pages USING btree (((closed_at IS NULL))) WHERE (closed_at IS NULL);

create table identities (
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  value text not null,
  created_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  constraint identities_kind_value_key UNIQUE (kind, value),
  constraint identities_pkey PRIMARY KEY (id),
  constraint identities_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint identities_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'handle'::text, 'pec'::text]))),
  constraint identities_value_check CHECK ((value <> ''::text))
);
CREATE INDEX identities_by_beginning ON public.identities USING btree (value text_pattern_ops);
CREATE INDEX identities_of_customer ON public.identities USING btree (customer_id);

create table incident_cases (
  incident_id uuid not null,
  case_id uuid not null,
  state text not null,
  words jsonb not null,
  same_department boolean not null,
  heard_at timestamp with time zone,
  at timestamp with time zone not null,
  by uuid,
  constraint incident_cases_pkey PRIMARY KEY (incident_id, case_id),
  constraint incident_cases_by_fkey FOREIGN KEY (by) REFERENCES members(id),
  constraint incident_cases_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint incident_cases_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint incident_cases_state_check CHECK ((state = ANY (ARRAY['suggested'::text, 'linked'::text, 'dismissed'::text])))
);
CREATE INDEX incident_cases_of ON public.incident_cases USING btree (case_id);

create table incident_tellings (
  update_id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  language text not null,
  send_at timestamp with time zone not null,
  outcome text,
  reason text,
  message_id uuid,
  at timestamp with time zone,
  constraint incident_tellings_pkey PRIMARY KEY (update_id, case_id),
  constraint incident_tellings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint incident_tellings_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint incident_tellings_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint incident_tellings_update_id_fkey FOREIGN KEY (update_id) REFERENCES incident_updates(id) ON DELETE CASCADE,
  constraint incident_tellings_check CHECK ((((outcome = 'not_told'::text) = (reason IS NOT NULL)) OR (outcome IS NULL))),
  constraint incident_tellings_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint incident_tellings_outcome_check CHECK ((outcome = ANY (ARRAY['told'::text, 'noted'::text, 'not_told'::text])))
);
CREATE INDEX incident_tellings_of ON public.incident_tellings USING btree (case_id);
CREATE UNIQUE INDEX incident_tellings_once ON public.incident_tellings USING btree (update_id, customer_id) WHERE (outcome = 'told'::text);
CREATE INDEX incident_tellings_waiting ON public.incident_tellings USING btree (send_at) WHERE (outcome IS NULL);

create table incident_updates (
  id uuid not null,
  incident_id uuid not null,
  state text not null,
  text_it text,
  text_en text,
  next_update_at timestamp with time zone,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  send_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  begun_at timestamp with time zone,
  constraint incident_updates_pkey PRIMARY KEY (id),
  constraint incident_updates_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint incident_updates_written_by_fkey FOREIGN KEY (written_by) REFERENCES members(id),
  constraint incident_updates_check CHECK (((text_it IS NOT NULL) OR (text_en IS NOT NULL))),
  constraint incident_updates_check1 CHECK (((state = 'resolved'::text) = (next_update_at IS NULL))),
  constraint incident_updates_state_check CHECK ((state = ANY (ARRAY['investigating'::text, 'identified'::text, 'resolved'::text])))
);
CREATE INDEX incident_updates_of ON public.incident_updates USING btree (incident_id, written_at);
CREATE UNIQUE INDEX incident_updates_waiting ON public.incident_updates USING btree (incident_id) WHERE ((taken_back_at IS NULL) AND (begun_at IS NULL));

create table incident_words (
  incident_id uuid not null,
  word text not null,
  source text not null,
  constraint incident_words_pkey PRIMARY KEY (incident_id, word),
  constraint incident_words_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint incident_words_source_check CHECK ((source = ANY (ARRAY['marked'::text, 'learnt'::text])))
);

create table incidents (
  id uuid not null,
  number integer not null generated always as identity,
  title_it text,
  title_en text,
  known_it text,
  known_en text,
  department_id uuid not null,
  state text not null,
  began_at timestamp with time zone not null,
  next_update_due_at timestamp with time zone,
  called_at timestamp with time zone,
  keeper_id uuid not null,
  opened_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  published_at timestamp with time zone,
  constraint incidents_number_key UNIQUE (number),
  constraint incidents_pkey PRIMARY KEY (id),
  constraint incidents_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint incidents_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES members(id),
  constraint incidents_check CHECK (((title_it IS NOT NULL) OR (title_en IS NOT NULL))),
  constraint incidents_check1 CHECK (((state = 'resolved'::text) = (next_update_due_at IS NULL))),
  constraint incidents_check2 CHECK (((state = 'resolved'::text) = (resolved_at IS NOT NULL))),
  constraint incidents_state_check CHECK ((state = ANY (ARRAY['investigating'::text, 'identified'::text, 'resolved'::text])))
);
CREATE INDEX incidents_open ON public.incidents USING btree (next_update_due_at) WHERE (state <> 'resolved'::text);

create table insight_suggestions (
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  span_from integer not null,
  span_to integer not null,
  kind text not null,
  score real not null,
  theme_id uuid,
  at timestamp with time zone not null,
  insight_id uuid,
  dismissed_at timestamp with time zone,
  dismissed_by uuid,
  constraint insight_suggestions_message_id_span_from_span_to_key UNIQUE (message_id, span_from, span_to),
  constraint insight_suggestions_pkey PRIMARY KEY (id),
  constraint insight_suggestions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint insight_suggestions_dismissed_by_fkey FOREIGN KEY (dismissed_by) REFERENCES members(id),
  constraint insight_suggestions_insight_id_fkey FOREIGN KEY (insight_id) REFERENCES insights(id),
  constraint insight_suggestions_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint insight_suggestions_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id),
  constraint insight_suggestions_check CHECK ((span_to > span_from))
);
CREATE INDEX insight_suggestions_open ON public.insight_suggestions USING btree (message_id) WHERE ((insight_id IS NULL) AND (dismissed_at IS NULL));

create table insights (
  id uuid not null,
  number integer not null generated always as identity,
  kind text not null,
  words text not null,
  source text not null,
  case_id uuid,
  message_id uuid,
  span_from integer,
  span_to integer,
  source_id uuid,
  customer_id uuid,
  said_by text not null,
  said_at timestamp with time zone not null,
  language text,
  heard_by uuid,
  heard_at timestamp with time zone not null,
  remark text,
  theme_id uuid,
  topic_id uuid not null,
  place_by timestamp with time zone not null,
  place_climbed_to smallint not null,
  next_place_climb_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint insights_number_key UNIQUE (number),
  constraint insights_pkey PRIMARY KEY (id),
  constraint insights_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint insights_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint insights_heard_by_fkey FOREIGN KEY (heard_by) REFERENCES members(id),
  constraint insights_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint insights_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id),
  constraint insights_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id),
  constraint insights_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES members(id),
  constraint insights_check CHECK (((message_id IS NULL) = (span_from IS NULL))),
  constraint insights_check1 CHECK (((span_from IS NULL) = (span_to IS NULL))),
  constraint insights_check2 CHECK ((span_to > span_from)),
  constraint insights_kind_check CHECK ((kind = ANY (ARRAY['feature_request'::text, 'frustration'::text, 'suggestion'::text, 'idea'::text, 'defect'::text, 'praise'::text, 'leaving_risk'::text]))),
  constraint insights_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint insights_place_climbed_to_check CHECK (((place_climbed_to >= 0) AND (place_climbed_to <= 3))),
  constraint insights_source_check CHECK ((source = ANY (ARRAY['message'::text, 'note'::text, 'survey'::text, 'complaint'::text, 'colleague'::text, 'public_page'::text]))),
  constraint insights_words_check CHECK ((words <> ''::text)),
  constraint law_7_no_loose_voice CHECK (((theme_id IS NOT NULL) OR (withdrawn_at IS NOT NULL) OR ((next_place_climb_at IS NULL) = (place_climbed_to = 3))))
);
CREATE INDEX insights_climbing ON public.insights USING btree (next_place_climb_at) WHERE ((next_place_climb_at IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE INDEX insights_loose ON public.insights USING btree (place_by, id) WHERE ((theme_id IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX insights_of_case ON public.insights USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX insights_of_customer ON public.insights USING btree (customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX insights_of_message ON public.insights USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX insights_of_theme ON public.insights USING btree (theme_id, said_at DESC) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX insights_once ON public.insights USING btree (message_id, span_from, span_to) WHERE ((message_id IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX insights_once_of_source ON public.insights USING btree (source_id, md5(words)) WHERE ((source = ANY (ARRAY['survey'::text, 'complaint'::text])) AND (withdrawn_at IS NULL));

create table invitation_links (
  token_hash text not null,
  invitation_id uuid not null,
  created_at timestamp with time zone not null,
  constraint invitation_links_pkey PRIMARY KEY (token_hash),
  constraint invitation_links_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitations(id) ON DELETE CASCADE
);
CREATE INDEX invitation_links_of ON public.invitation_links USING btree (invitation_id);

create table invitations (
  id uuid not null,
  email text not null,
  name text not null,
  roles text[] not null,
  level smallint not null,
  department_id uuid not null,
  language text not null,
  invited_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  mailed_at timestamp with time zone,
  mail_failed_at timestamp with time zone,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES members(id),
  constraint invitations_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint invitations_roles_check CHECK ((cardinality(roles) > 0))
);

create table join_suggestions (
  id uuid not null,
  case_id uuid not null,
  other_id uuid not null,
  reasons jsonb not null,
  created_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  dismissed_at timestamp with time zone,
  constraint join_suggestions_case_id_other_id_key UNIQUE (case_id, other_id),
  constraint join_suggestions_pkey PRIMARY KEY (id),
  constraint join_suggestions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint join_suggestions_other_id_fkey FOREIGN KEY (other_id) REFERENCES cases(id)
);

create table loop_answers (
  message_id uuid not null,
  letter_id uuid not null,
  is_thanks boolean not null,
  at timestamp with time zone not null,
  constraint loop_answers_pkey PRIMARY KEY (message_id),
  constraint loop_answers_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES loop_letters(id),
  constraint loop_answers_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id)
);
CREATE INDEX loop_answers_of_letter ON public.loop_answers USING btree (letter_id);

create table loop_letters (
  id uuid not null,
  decision_id uuid not null,
  occasion text not null,
  customer_id uuid,
  theme_id uuid not null,
  case_id uuid,
  insight_id uuid not null,
  language text not null,
  text text,
  drafted_at timestamp with time zone not null,
  read_by uuid,
  send_at timestamp with time zone,
  outcome text,
  reason text,
  message_id uuid,
  settled_at timestamp with time zone,
  said_by text,
  variant smallint not null,
  remark text,
  told_by uuid,
  constraint loop_letters_decision_id_occasion_customer_id_key UNIQUE (decision_id, occasion, customer_id),
  constraint loop_letters_pkey PRIMARY KEY (id),
  constraint loop_letters_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint loop_letters_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint loop_letters_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint loop_letters_insight_id_fkey FOREIGN KEY (insight_id) REFERENCES insights(id),
  constraint loop_letters_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint loop_letters_read_by_fkey FOREIGN KEY (read_by) REFERENCES members(id),
  constraint loop_letters_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id),
  constraint loop_letters_told_by_fkey FOREIGN KEY (told_by) REFERENCES members(id),
  constraint loop_letters_check CHECK (((send_at IS NULL) = (read_by IS NULL))),
  constraint loop_letters_check1 CHECK ((((outcome = 'not_told'::text) = (reason IS NOT NULL)) OR (outcome IS NULL))),
  constraint loop_letters_check2 CHECK (((outcome IS NULL) = (settled_at IS NULL))),
  constraint loop_letters_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint loop_letters_occasion_check CHECK ((occasion = ANY (ARRAY['decided'::text, 'shipped'::text]))),
  constraint loop_letters_of_somebody CHECK ((num_nonnulls(customer_id, said_by) = 1)),
  constraint loop_letters_outcome_check CHECK ((outcome = ANY (ARRAY['told'::text, 'not_told'::text])))
);
CREATE INDEX loop_letters_leaving ON public.loop_letters USING btree (send_at) WHERE ((send_at IS NOT NULL) AND (outcome IS NULL));
CREATE INDEX loop_letters_of_case ON public.loop_letters USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX loop_letters_of_customer ON public.loop_letters USING btree (customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX loop_letters_of_message ON public.loop_letters USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX loop_letters_of_theme ON public.loop_letters USING btree (theme_id);
CREATE UNIQUE INDEX loop_letters_once_by_name ON public.loop_letters USING btree (decision_id, occasion, lower(said_by)) WHERE (customer_id IS NULL);
CREATE INDEX loop_letters_to_read ON public.loop_letters USING btree (theme_id) WHERE ((send_at IS NULL) AND (outcome IS NULL));

create table loop_words (
  decision_id uuid not null,
  occasion text not null,
  words_it text,
  words_en text,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  called_at timestamp with time zone,
  constraint loop_words_pkey PRIMARY KEY (decision_id, occasion),
  constraint loop_words_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES members(id),
  constraint loop_words_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint loop_words_occasion_check CHECK ((occasion = ANY (ARRAY['decided'::text, 'shipped'::text]))),
  constraint loop_words_words_en_check CHECK ((words_en <> ''::text)),
  constraint loop_words_words_it_check CHECK ((words_it <> ''::text))
);

create table mail_ids (
  header text not null,
  direction text not null,
  case_id uuid,
  message_id uuid,
  request_id uuid,
  body_hash text,
  at timestamp with time zone not null,
  constraint mail_ids_pkey PRIMARY KEY (header),
  constraint mail_ids_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint mail_ids_header_check CHECK ((header <> ''::text))
);
CREATE INDEX mail_ids_of_message ON public.mail_ids USING btree (message_id) WHERE (message_id IS NOT NULL);

create table mailboxes (
  id uuid not null,
  address text not null,
  sender_name text not null,
  department_id uuid not null,
  imap jsonb,
  smtp jsonb,
  sealed_secrets text,
  uid_validity bigint,
  last_uid bigint,
  start_from text not null,
  connected_at timestamp with time zone,
  last_mail_at timestamp with time zone,
  last_error text,
  last_error_at timestamp with time zone,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint mailboxes_pkey PRIMARY KEY (id),
  constraint mailboxes_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint mailboxes_start_from_check CHECK ((start_from = ANY (ARRAY['now'::text, 'all'::text])))
);
CREATE UNIQUE INDEX mailboxes_by_address ON public.mailboxes USING btree (lower(address)) WHERE (closed_at IS NULL);

create table member_channels (
  id uuid not null,
  member_id uuid not null,
  channel text not null,
  trained_at timestamp with time zone not null,
  trained_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint member_channels_pkey PRIMARY KEY (id),
  constraint member_channels_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES members(id),
  constraint member_channels_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint member_channels_trained_by_fkey FOREIGN KEY (trained_by) REFERENCES members(id),
  constraint member_channels_channel_check CHECK ((channel = ANY (ARRAY['review'::text, 'social'::text]))),
  constraint member_channels_check CHECK (((ended_at IS NOT NULL) OR (ended_by IS NULL)))
);
CREATE UNIQUE INDEX one_training_runs ON public.member_channels USING btree (member_id, channel) WHERE (ended_at IS NULL);

create table members (
  id uuid not null,
  name text not null,
  email text not null,
  language text not null,
  roles text[] not null,
  level smallint not null,
  department_id uuid not null,
  deputy_id uuid,
  created_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint members_pkey PRIMARY KEY (id),
  constraint members_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint members_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES members(id),
  constraint members_check CHECK ((deputy_id <> id)),
  constraint members_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint members_level_check CHECK (((level >= 1) AND (level <= 3))),
  constraint members_roles_check CHECK ((cardinality(roles) > 0))
);
CREATE UNIQUE INDEX members_by_email ON public.members USING btree (lower(email));

create table merges (
  id uuid not null,
  case_id uuid not null,
  into_id uuid not null,
  merged_by jsonb not null,
  merged_at timestamp with time zone not null,
  moved jsonb not null,
  undone_at timestamp with time zone,
  undone_by jsonb,
  constraint merges_pkey PRIMARY KEY (id),
  constraint merges_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint merges_into_id_fkey FOREIGN KEY (into_id) REFERENCES cases(id),
  constraint merges_check CHECK ((case_id <> into_id))
);
CREATE INDEX merges_into ON public.merges USING btree (into_id) WHERE (undone_at IS NULL);

create table message_words (
  message_id uuid not null,
  at timestamp with time zone not null,
  words tsvector not null,
  constraint message_words_pkey PRIMARY KEY (message_id),
  constraint message_words_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE
);
CREATE INDEX message_words_gin ON public.message_words USING gin (words);
CREATE INDEX message_words_latest ON public.message_words USING btree (at DESC, message_id DESC);

create table messages (
  id uuid not null,
  case_id uuid not null,
  direction text not null,
  channel text not null,
  at timestamp with time zone not null,
  author_customer_id uuid,
  author_member_id uuid,
  author_name text not null,
  author_address text,
  is_third_party boolean not null,
  subject text,
  text text not null,
  folded text not null,
  html text,
  act text,
  has_substance boolean not null,
  is_automatic boolean not null,
  is_chase boolean not null,
  raw_mail_id uuid,
  sent_by_itself boolean not null,
  is_beside boolean not null,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_author_customer_id_fkey FOREIGN KEY (author_customer_id) REFERENCES customers(id),
  constraint messages_author_member_id_fkey FOREIGN KEY (author_member_id) REFERENCES members(id),
  constraint messages_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint messages_act_check CHECK ((act = ANY (ARRAY['resolves'::text, 'asks'::text, 'updates'::text]))),
  constraint messages_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'form'::text, 'page'::text, 'chat'::text, 'review'::text, 'social'::text]))),
  constraint messages_check CHECK (((direction = 'out'::text) = (act IS NOT NULL))),
  constraint messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);
CREATE INDEX messages_of_case ON public.messages USING btree (case_id, at, id);

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table notes (
  id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  text text not null,
  mentions uuid[] not null,
  at timestamp with time zone not null,
  constraint notes_pkey PRIMARY KEY (id),
  constraint notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id),
  constraint notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
CREATE INDEX notes_of_case ON public.notes USING btree (case_id, at);

create table notices (
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  case_id uuid,
  facts jsonb not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
);
CREATE INDEX notices_of_case ON public.notices USING btree (case_id) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX notices_once ON public.notices USING btree (member_id, kind, case_id, ((facts ->> 'key'::text))) NULLS NOT DISTINCT WHERE (done_at IS NULL);
CREATE INDEX notices_waiting ON public.notices USING btree (member_id, created_at DESC) WHERE (done_at IS NULL);

create table opportunities (
  id uuid not null,
  number integer not null generated always as identity,
  kind text not null,
  case_id uuid not null,
  customer_id uuid not null,
  words text not null,
  message_id uuid,
  words_from integer,
  words_to integer,
  value_cents bigint,
  department_id uuid not null,
  seen_by uuid not null,
  handed_over_at timestamp with time zone not null,
  leaves_at timestamp with time zone not null,
  left_at timestamp with time zone,
  taken_back_at timestamp with time zone,
  sent_to text,
  agreed_minutes integer not null,
  first_due_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  read_at timestamp with time zone,
  read_by text,
  taken_at timestamp with time zone,
  taken_by text,
  taken_by_member_id uuid,
  first_answer_at timestamp with time zone,
  outcome text,
  outcome_at timestamp with time zone,
  outcome_by text,
  won_cents bigint,
  lost_reason text,
  outcome_words text,
  climbed_to smallint not null,
  next_climb_at timestamp with time zone,
  constraint opportunities_number_key UNIQUE (number),
  constraint opportunities_pkey PRIMARY KEY (id),
  constraint opportunities_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint opportunities_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint opportunities_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint opportunities_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint opportunities_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES members(id),
  constraint opportunities_taken_by_member_id_fkey FOREIGN KEY (taken_by_member_id) REFERENCES members(id),
  constraint an_open_one_climbs CHECK (
CASE
    WHEN ((left_at IS NULL) OR (outcome IS NOT NULL)) THEN (next_climb_at IS NULL)
    ELSE ((next_climb_at IS NULL) = (climbed_to = 2))
END),
  constraint opportunities_agreed_minutes_check CHECK ((agreed_minutes > 0)),
  constraint opportunities_check CHECK ((num_nonnulls(message_id, words_from, words_to) = ANY (ARRAY[0, 3]))),
  constraint opportunities_check1 CHECK (((read_at IS NULL) = (read_by IS NULL))),
  constraint opportunities_check2 CHECK (((taken_at IS NULL) = (taken_by IS NULL))),
  constraint opportunities_check3 CHECK ((((outcome IS NULL) = (outcome_at IS NULL)) AND ((outcome IS NULL) = (outcome_by IS NULL)))),
  constraint opportunities_check4 CHECK (((NOT (outcome IS DISTINCT FROM 'lost'::text)) = (lost_reason IS NOT NULL))),
  constraint opportunities_check5 CHECK (((won_cents IS NULL) OR (outcome = 'won'::text))),
  constraint opportunities_check6 CHECK (((taken_back_at IS NULL) OR (left_at IS NULL))),
  constraint opportunities_climbed_to_check CHECK (((climbed_to >= 0) AND (climbed_to <= 2))),
  constraint opportunities_kind_check CHECK ((kind = ANY (ARRAY['lead'::text, 'order'::text, 'product_idea'::text]))),
  constraint opportunities_outcome_check CHECK ((outcome = ANY (ARRAY['won'::text, 'lost'::text, 'nothing_came_of_it'::text]))),
  constraint opportunities_value_cents_check CHECK ((value_cents > 0)),
  constraint opportunities_won_cents_check CHECK ((won_cents > 0))
);
CREATE INDEX opportunities_climbing ON public.opportunities USING btree (next_climb_at) WHERE (next_climb_at IS NOT NULL);
CREATE INDEX opportunities_handed_over ON public.opportunities USING btree (handed_over_at);
CREATE INDEX opportunities_leaving ON public.opportunities USING btree (leaves_at) WHERE ((left_at IS NULL) AND (taken_back_at IS NULL));
CREATE INDEX opportunities_of_case ON public.opportunities USING btree (case_id, handed_over_at);
CREATE INDEX opportunities_of_department ON public.opportunities USING btree (department_id, due_at);

create table opportunity_links (
  id uuid not null,
  opportunity_id uuid not null,
  token_hash text not null,
  for_name text not null,
  for_address text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint opportunity_links_token_hash_key UNIQUE (token_hash),
  constraint opportunity_links_pkey PRIMARY KEY (id),
  constraint opportunity_links_opportunity_id_fkey FOREIGN KEY (opportunity_id) REFERENCES opportunities(id) ON DELETE CASCADE
);
CREATE INDEX opportunity_links_of ON public.opportunity_links USING btree (opportunity_id);

create table opportunity_routes (
  kind text not null,
  department_id uuid not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint opportunity_routes_pkey PRIMARY KEY (kind),
  constraint opportunity_routes_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint opportunity_routes_set_by_fkey FOREIGN KEY (set_by) REFERENCES members(id),
  constraint opportunity_routes_kind_check CHECK ((kind = ANY (ARRAY['lead'::text, 'order'::text, 'product_idea'::text])))
);

create table outbox (
  id uuid not null,
  mailbox_id uuid,
  message_id uuid,
  request_id uuid,
  purpose text not null,
  case_id uuid,
  message_id_header text not null,
  mail jsonb not null,
  created_at timestamp with time zone not null,
  constraint outbox_message_id_header_key UNIQUE (message_id_header),
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes(id),
  constraint outbox_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint outbox_purpose_check CHECK ((purpose = ANY (ARRAY['reply'::text, 'request'::text, 'reminder'::text, 'climb'::text, 'invitation'::text, 'notice'::text, 'survey'::text, 'digest'::text])))
);
CREATE INDEX outbox_of_message ON public.outbox USING btree (message_id) WHERE (message_id IS NOT NULL);

create table outbox_recipients (
  id uuid not null,
  outbox_id uuid not null,
  address text not null,
  name text,
  kind text not null,
  state text not null,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  last_response text,
  constraint outbox_recipients_pkey PRIMARY KEY (id),
  constraint outbox_recipients_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id),
  constraint outbox_recipients_check CHECK (((state = 'waiting'::text) = (next_attempt_at IS NOT NULL))),
  constraint outbox_recipients_kind_check CHECK ((kind = ANY (ARRAY['to'::text, 'cc'::text, 'bcc'::text]))),
  constraint outbox_recipients_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'held'::text, 'bounced'::text, 'cancelled'::text])))
);
CREATE INDEX outbox_recipients_due ON public.outbox_recipients USING btree (next_attempt_at) WHERE (state = 'waiting'::text);
CREATE INDEX outbox_recipients_of ON public.outbox_recipients USING btree (outbox_id);
CREATE INDEX outbox_recipients_sending ON public.outbox_recipients USING btree (claimed_at) WHERE (state = 'sending'::text);

create table password_recoveries (
  token_hash text not null,
  member_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_recoveries_pkey PRIMARY KEY (token_hash),
  constraint password_recoveries_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
);
CREATE INDEX password_recoveries_of ON public.password_recoveries USING btree (member_id);

create table pending_replies (
  id uuid not null,
  case_id uuid not null,
  member_id uuid not null,
  reply jsonb not null,
  seen_event_id bigint not null,
  created_at timestamp with time zone not null,
  send_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  taken_back_at timestamp with time zone,
  stopped_at timestamp with time zone,
  constraint pending_replies_pkey PRIMARY KEY (id),
  constraint pending_replies_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint pending_replies_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
);
CREATE INDEX pending_replies_due ON public.pending_replies USING btree (send_at) WHERE ((sent_at IS NULL) AND (taken_back_at IS NULL) AND (stopped_at IS NULL));
CREATE INDEX pending_replies_of_case ON public.pending_replies USING btree (case_id) WHERE ((sent_at IS NULL) AND (taken_back_at IS NULL) AND (stopped_at IS NULL));

create table planned_requests (
  id uuid not null,
  case_id uuid not null,
  department_id uuid not null,
  planned_by uuid not null,
  input jsonb not null,
  after_request_id uuid,
  after_planned_id uuid,
  planned_at timestamp with time zone not null,
  request_id uuid,
  cancelled_at timestamp with time zone,
  cancelled_reason text,
  refused jsonb,
  constraint planned_requests_pkey PRIMARY KEY (id),
  constraint planned_requests_after_planned_id_fkey FOREIGN KEY (after_planned_id) REFERENCES planned_requests(id),
  constraint planned_requests_after_request_id_fkey FOREIGN KEY (after_request_id) REFERENCES requests(id),
  constraint planned_requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint planned_requests_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint planned_requests_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES members(id),
  constraint planned_requests_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id),
  constraint planned_requests_check CHECK ((num_nonnulls(after_request_id, after_planned_id) = 1)),
  constraint planned_requests_check1 CHECK ((num_nonnulls(request_id, cancelled_at) <= 1)),
  constraint planned_requests_check2 CHECK (((cancelled_at IS NULL) = (cancelled_reason IS NULL)))
);
CREATE INDEX planned_requests_after ON public.planned_requests USING btree (after_request_id) WHERE ((request_id IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX planned_requests_of_case ON public.planned_requests USING btree (case_id, planned_at);

create table prepared_replies (
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  request_id uuid,
  text text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  discarded_at timestamp with time zone,
  constraint prepared_replies_pkey PRIMARY KEY (id),
  constraint prepared_replies_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint prepared_replies_reason_check CHECK ((reason = ANY (ARRAY['answer'::text, 'update'::text, 'check_back'::text])))
);
CREATE INDEX prepared_replies_waiting ON public.prepared_replies USING btree (case_id) WHERE ((used_at IS NULL) AND (discarded_at IS NULL));

create table promise_moves (
  id uuid not null,
  promise_id uuid not null,
  from_due_at timestamp with time zone not null,
  to_due_at timestamp with time zone not null,
  reason text not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null,
  told_by_message_id uuid not null,
  constraint promise_moves_pkey PRIMARY KEY (id),
  constraint promise_moves_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES members(id),
  constraint promise_moves_promise_id_fkey FOREIGN KEY (promise_id) REFERENCES promises(id),
  constraint promise_moves_told_by_message_id_fkey FOREIGN KEY (told_by_message_id) REFERENCES messages(id),
  constraint law_3_moved_before_due CHECK ((moved_at < from_due_at))
);
CREATE INDEX promise_moves_of ON public.promise_moves USING btree (promise_id, moved_at);

create table promises (
  id uuid not null,
  case_id uuid not null,
  text text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  message_id uuid not null,
  request_id uuid,
  first_due_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  warn_at timestamp with time zone not null,
  warned_at timestamp with time zone,
  kept_at timestamp with time zone,
  kept_by_message_id uuid,
  kept_how text,
  broken_at timestamp with time zone,
  released_at timestamp with time zone,
  released_reason text,
  constraint promises_pkey PRIMARY KEY (id),
  constraint promises_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint promises_kept_by_message_id_fkey FOREIGN KEY (kept_by_message_id) REFERENCES messages(id),
  constraint promises_made_by_fkey FOREIGN KEY (made_by) REFERENCES members(id),
  constraint promises_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint promises_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id),
  constraint kept_somehow CHECK (((kept_at IS NULL) OR (num_nonnulls(kept_by_message_id, kept_how) = 1))),
  constraint law_3_one_end CHECK (((released_at IS NULL) OR (num_nonnulls(kept_at, broken_at) = 0))),
  constraint released_for_a_reason CHECK (((released_at IS NULL) = (released_reason IS NULL)))
);
CREATE INDEX promises_due ON public.promises USING btree (due_at) WHERE ((kept_at IS NULL) AND (broken_at IS NULL) AND (released_at IS NULL));
CREATE INDEX promises_of_case ON public.promises USING btree (case_id, made_at);
CREATE INDEX promises_of_message ON public.promises USING btree (message_id);
CREATE INDEX promises_of_request ON public.promises USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX promises_to_make_good ON public.promises USING btree (due_at) WHERE ((broken_at IS NOT NULL) AND (kept_at IS NULL));
CREATE INDEX promises_to_warn ON public.promises USING btree (warn_at) WHERE ((warned_at IS NULL) AND (kept_at IS NULL) AND (broken_at IS NULL) AND (released_at IS NULL));

create table public_posts (
  id uuid not null,
  message_id uuid not null,
  site text not null,
  site_key text not null,
  external_id text not null,
  url text not null,
  handle text,
  logged_at timestamp with time zone not null,
  stars smallint,
  became text,
  version_of uuid,
  deleted_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint public_posts_message_id_key UNIQUE (message_id),
  constraint public_posts_pkey PRIMARY KEY (id),
  constraint public_posts_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint public_posts_version_of_fkey FOREIGN KEY (version_of) REFERENCES public_posts(id),
  constraint public_posts_became_check CHECK ((became = ANY (ARRAY['opened'::text, 'joined'::text, 'suggested'::text]))),
  constraint public_posts_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
  constraint public_posts_url_check CHECK ((url ~~ 'https://%'::text))
);
CREATE INDEX public_posts_by_day ON public.public_posts USING btree (logged_at);
CREATE INDEX public_posts_of_handle ON public.public_posts USING btree (site_key, handle, logged_at) WHERE (handle IS NOT NULL);
CREATE UNIQUE INDEX public_posts_once ON public.public_posts USING btree (site_key, external_id) WHERE ((version_of IS NULL) AND (undone_at IS NULL));
CREATE INDEX public_posts_versions ON public.public_posts USING btree (version_of) WHERE (version_of IS NOT NULL);

create table ratings (
  id uuid not null,
  case_id uuid not null,
  link_id uuid not null,
  score smallint not null,
  words text,
  at timestamp with time zone not null,
  changed_at timestamp with time zone,
  constraint ratings_pkey PRIMARY KEY (id),
  constraint ratings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint ratings_link_id_fkey FOREIGN KEY (link_id) REFERENCES case_links(id),
  constraint ratings_score_check CHECK (((score >= 1) AND (score <= 5)))
);
CREATE INDEX ratings_of_case ON public.ratings USING btree (case_id, at DESC);

create table raw_mails (
  id uuid not null,
  sha256 text not null,
  size integer not null,
  received_at timestamp with time zone not null,
  via text not null,
  mailbox_id uuid,
  envelope_from text,
  envelope_to text[] not null,
  state text not null,
  next_attempt_at timestamp with time zone,
  outcome text,
  reason text,
  attempts integer not null,
  message_id_header text,
  processed_at timestamp with time zone,
  case_id uuid,
  correspondence jsonb,
  sender text,
  subject text,
  constraint raw_mails_sha256_key UNIQUE (sha256),
  constraint raw_mails_pkey PRIMARY KEY (id),
  constraint raw_mails_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes(id),
  constraint raw_mails_check CHECK (((state = 'done'::text) = (outcome IS NOT NULL))),
  constraint raw_mails_check1 CHECK (((state = 'quarantined'::text) = (reason IS NOT NULL))),
  constraint raw_mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'quarantined'::text]))),
  constraint raw_mails_via_check CHECK ((via = ANY (ARRAY['imap'::text, 'smtp'::text, 'lmtp'::text, 'command'::text])))
);
CREATE INDEX raw_mails_quarantined ON public.raw_mails USING btree (received_at) WHERE (state = 'quarantined'::text);
CREATE INDEX raw_mails_waiting ON public.raw_mails USING btree (received_at) WHERE (state = 'waiting'::text);

create table referrals (
  id uuid not null,
  case_id uuid not null,
  third_party_id uuid not null,
  reason text not null,
  check_on timestamp with time zone not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  pending_reply_id uuid not null,
  dossier jsonb not null,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  asked_back_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by jsonb,
  worked boolean,
  outcome text,
  constraint referrals_token_hash_key UNIQUE (token_hash),
  constraint referrals_pkey PRIMARY KEY (id),
  constraint referrals_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint referrals_made_by_fkey FOREIGN KEY (made_by) REFERENCES members(id),
  constraint referrals_third_party_id_fkey FOREIGN KEY (third_party_id) REFERENCES third_parties(id),
  constraint referrals_check CHECK (((settled_at IS NULL) = (worked IS NULL)))
);
CREATE INDEX referrals_of_case ON public.referrals USING btree (case_id);
CREATE INDEX referrals_of_pending ON public.referrals USING btree (pending_reply_id);
CREATE UNIQUE INDEX referrals_open ON public.referrals USING btree (case_id) WHERE ((withdrawn_at IS NULL) AND (settled_at IS NULL));

create table request_climbs (
  id uuid not null,
  request_id uuid not null,
  step smallint not null,
  to_name text not null,
  to_address text not null,
  by_member_id uuid,
  at timestamp with time zone not null,
  constraint request_climbs_pkey PRIMARY KEY (id),
  constraint request_climbs_by_member_id_fkey FOREIGN KEY (by_member_id) REFERENCES members(id),
  constraint request_climbs_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id),
  constraint request_climbs_step_check CHECK (((step >= 1) AND (step <= 3)))
);
CREATE INDEX request_climbs_of ON public.request_climbs USING btree (request_id, at);
CREATE UNIQUE INDEX request_climbs_once ON public.request_climbs USING btree (request_id, step, to_address) WHERE (by_member_id IS NULL);

create table request_files (
  id uuid not null,
  turn_id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  constraint request_files_pkey PRIMARY KEY (id),
  constraint request_files_turn_id_fkey FOREIGN KEY (turn_id) REFERENCES request_turns(id),
  constraint request_files_size_check CHECK ((size >= 0))
);
CREATE INDEX request_files_of_turn ON public.request_files USING btree (turn_id);

create table request_links (
  id uuid not null,
  request_id uuid not null,
  token_hash text not null,
  for_name text not null,
  for_address text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint request_links_token_hash_key UNIQUE (token_hash),
  constraint request_links_pkey PRIMARY KEY (id),
  constraint request_links_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
);
CREATE INDEX request_links_given ON public.request_links USING btree (request_id, for_address);

create table request_returns (
  id uuid not null,
  request_id uuid not null,
  by_member_id uuid not null,
  by_name text not null,
  missing text not null,
  at timestamp with time zone not null,
  before jsonb not null,
  leaves_at timestamp with time zone not null,
  left_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint request_returns_pkey PRIMARY KEY (id),
  constraint request_returns_by_member_id_fkey FOREIGN KEY (by_member_id) REFERENCES members(id),
  constraint request_returns_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id),
  constraint request_returns_check CHECK ((num_nonnulls(left_at, undone_at) <= 1))
);
CREATE INDEX request_returns_leaving ON public.request_returns USING btree (leaves_at) WHERE ((left_at IS NULL) AND (undone_at IS NULL));
CREATE INDEX request_returns_of ON public.request_returns USING btree (request_id, at);

create table request_templates (
  id uuid not null,
  department_id uuid not null,
  kind text not null,
  name jsonb not null,
  question jsonb not null,
  fields jsonb not null,
  choices jsonb not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint request_templates_pkey PRIMARY KEY (id),
  constraint request_templates_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id)
);
CREATE INDEX request_templates_of ON public.request_templates USING btree (department_id) WHERE (withdrawn_at IS NULL);

create table request_turns (
  id uuid not null,
  request_id uuid not null,
  kind text not null,
  by_member_id uuid,
  by_name text not null,
  by_address text,
  via text not null,
  text text not null,
  folded text not null,
  choice text,
  promised_for date,
  whose_is_it text,
  at timestamp with time zone not null,
  raw_mail_id uuid,
  constraint request_turns_raw_mail_id_key UNIQUE (raw_mail_id),
  constraint request_turns_pkey PRIMARY KEY (id),
  constraint request_turns_by_member_id_fkey FOREIGN KEY (by_member_id) REFERENCES members(id),
  constraint request_turns_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id),
  constraint request_turns_check CHECK (((kind = 'not_ours'::text) = (whose_is_it IS NOT NULL))),
  constraint request_turns_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'question_back'::text, 'reply'::text, 'not_ours'::text, 'sent_back'::text]))),
  constraint request_turns_via_check CHECK ((via = ANY (ARRAY['email'::text, 'page'::text, 'app'::text])))
);
CREATE INDEX request_turns_of ON public.request_turns USING btree (request_id, at, id);

create table requests (
  id uuid not null,
  number integer not null,
  case_id uuid not null,
  department_id uuid not null,
  asked_by uuid not null,
  question text not null,
  why text not null,
  choices jsonb not null,
  sent_to text not null,
  asked_at timestamp with time zone not null,
  agreed_minutes integer not null,
  due_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  seen_by text,
  questioned_at timestamp with time zone,
  answered_at timestamp with time zone,
  refused_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  climbed_to smallint not null,
  next_climb_at timestamp with time zone,
  kind text,
  urgency text not null,
  template_id uuid,
  fields jsonb not null,
  contract_reference text,
  taken_at timestamp with time zone,
  taken_by text,
  taken_by_member_id uuid,
  taken_by_address text,
  sent_back_at timestamp with time zone,
  constraint requests_number_key UNIQUE (number),
  constraint requests_pkey PRIMARY KEY (id),
  constraint requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES members(id),
  constraint requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint requests_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint requests_taken_by_member_id_fkey FOREIGN KEY (taken_by_member_id) REFERENCES members(id),
  constraint requests_template_id_fkey FOREIGN KEY (template_id) REFERENCES request_templates(id),
  constraint law_4_climbs CHECK (
CASE
    WHEN (num_nonnulls(answered_at, refused_at, withdrawn_at) = 1) THEN ((next_climb_at IS NULL) AND (questioned_at IS NULL))
    ELSE ((next_climb_at IS NULL) = (climbed_to = 3))
END),
  constraint requests_agreed_minutes_check CHECK ((agreed_minutes > 0)),
  constraint requests_check CHECK ((num_nonnulls(answered_at, refused_at, withdrawn_at) <= 1)),
  constraint requests_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint requests_check2 CHECK (((seen_at IS NULL) = (seen_by IS NULL))),
  constraint requests_climbed_to_check CHECK (((climbed_to >= 0) AND (climbed_to <= 3))),
  constraint requests_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'high'::text, 'urgent'::text]))),
  constraint sent_back_is_open CHECK (((sent_back_at IS NULL) OR (num_nonnulls(answered_at, refused_at) = 0))),
  constraint taken_by_somebody CHECK (((taken_at IS NULL) = (taken_by IS NULL)))
);
CREATE INDEX requests_climbing ON public.requests USING btree (next_climb_at) WHERE ((next_climb_at IS NOT NULL) AND (questioned_at IS NULL));
CREATE INDEX requests_of_case ON public.requests USING btree (case_id, asked_at);
CREATE INDEX requests_of_department ON public.requests USING btree (department_id, due_at);
CREATE INDEX requests_open ON public.requests USING btree (due_at, id) WHERE ((answered_at IS NULL) AND (refused_at IS NULL) AND (withdrawn_at IS NULL));

create table self_updates (
  id uuid not null,
  case_id uuid not null,
  on_at timestamp with time zone not null,
  on_by jsonb not null,
  off_at timestamp with time zone,
  off_by jsonb,
  constraint self_updates_pkey PRIMARY KEY (id),
  constraint self_updates_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX self_updates_on ON public.self_updates USING btree (case_id) WHERE (off_at IS NULL);

create table sessions (
  id uuid not null,
  sign_in_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint sessions_token_key UNIQUE (token),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES sign_ins(id) ON DELETE CASCADE
);
CREATE INDEX sessions_of_sign_in ON public.sessions USING btree (sign_in_id);

create table setup_links (
  token_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_links_pkey PRIMARY KEY (token_hash)
);

create table shift_ends (
  id uuid not null,
  member_id uuid not null,
  ended_at timestamp with time zone not null,
  back_at timestamp with time zone not null,
  returned_at timestamp with time zone,
  constraint shift_ends_pkey PRIMARY KEY (id),
  constraint shift_ends_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint shift_ends_check CHECK ((back_at > ended_at))
);
CREATE INDEX shift_ends_of_member ON public.shift_ends USING btree (member_id, ended_at DESC);

create table sign_in_attempts (
  key text not null,
  attempts integer not null,
  since timestamp with time zone not null,
  constraint sign_in_attempts_pkey PRIMARY KEY (key)
);

create table sign_ins (
  id uuid not null,
  member_id uuid,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint sign_ins_email_key UNIQUE (email),
  constraint sign_ins_member_id_key UNIQUE (member_id),
  constraint sign_ins_pkey PRIMARY KEY (id),
  constraint sign_ins_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
);

create table splits (
  id uuid not null,
  case_id uuid not null,
  into_id uuid not null,
  split_by jsonb not null,
  split_at timestamp with time zone not null,
  moved jsonb not null,
  undone_at timestamp with time zone,
  undone_by jsonb,
  constraint splits_pkey PRIMARY KEY (id),
  constraint splits_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint splits_into_id_fkey FOREIGN KEY (into_id) REFERENCES cases(id)
);
CREATE INDEX splits_from ON public.splits USING btree (case_id) WHERE (undone_at IS NULL);

create table supplier_contracts (
  department_id uuid not null,
  reference text not null,
  contact_name text not null,
  contact_phone text,
  contact_address text,
  valid_until date,
  changed_at timestamp with time zone not null,
  constraint supplier_contracts_pkey PRIMARY KEY (department_id),
  constraint supplier_contracts_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id)
);

create table survey_answers (
  response_id uuid not null,
  question text not null,
  kind text not null,
  score smallint,
  chosen text[] not null,
  words text,
  at timestamp with time zone not null,
  constraint survey_answers_pkey PRIMARY KEY (response_id, question),
  constraint survey_answers_response_id_fkey FOREIGN KEY (response_id) REFERENCES survey_responses(id) ON DELETE CASCADE,
  constraint survey_answers_check CHECK (
CASE kind
    WHEN 'csat'::text THEN ((score >= 1) AND (score <= 5))
    WHEN 'nps'::text THEN ((score >= 0) AND (score <= 10))
    WHEN 'ces'::text THEN ((score >= 1) AND (score <= 7))
    ELSE (score IS NULL)
END),
  constraint survey_answers_kind_check CHECK ((kind = ANY (ARRAY['csat'::text, 'nps'::text, 'ces'::text, 'choice'::text, 'several'::text, 'text'::text, 'yes_no'::text])))
);

create table survey_invitations (
  id uuid not null,
  survey_id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  way text not null,
  language text not null,
  due_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  not_asked_because text,
  version_id uuid,
  token_hash text,
  expires_at timestamp with time zone,
  outbox_id uuid,
  constraint survey_invitations_token_hash_key UNIQUE (token_hash),
  constraint survey_invitations_pkey PRIMARY KEY (id),
  constraint survey_invitations_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint survey_invitations_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint survey_invitations_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id),
  constraint survey_invitations_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES surveys(id) ON DELETE CASCADE,
  constraint survey_invitations_version_id_fkey FOREIGN KEY (version_id) REFERENCES survey_versions(id),
  constraint survey_invitations_check CHECK ((num_nonnulls(version_id, token_hash, expires_at) = ANY (ARRAY[0, 3]))),
  constraint survey_invitations_check1 CHECK (((settled_at IS NOT NULL) OR (num_nonnulls(not_asked_because, token_hash) = 0))),
  constraint survey_invitations_check2 CHECK (((settled_at IS NULL) OR (num_nonnulls(not_asked_because, token_hash) = 1))),
  constraint survey_invitations_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint survey_invitations_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'page'::text])))
);
CREATE INDEX survey_invitations_due ON public.survey_invitations USING btree (due_at) WHERE (settled_at IS NULL);
CREATE INDEX survey_invitations_of_case ON public.survey_invitations USING btree (case_id);
CREATE INDEX survey_invitations_of_customer ON public.survey_invitations USING btree (customer_id, settled_at) WHERE (token_hash IS NOT NULL);
CREATE UNIQUE INDEX survey_invitations_once ON public.survey_invitations USING btree (survey_id, case_id);
CREATE INDEX survey_invitations_settled ON public.survey_invitations USING btree (survey_id, settled_at);

create table survey_refusals (
  customer_id uuid not null,
  at timestamp with time zone not null,
  constraint survey_refusals_pkey PRIMARY KEY (customer_id),
  constraint survey_refusals_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE
);

create table survey_responses (
  id uuid not null,
  survey_id uuid not null,
  version_id uuid not null,
  invitation_id uuid,
  way text not null,
  case_id uuid,
  customer_id uuid,
  language text not null,
  token_hash text,
  email text,
  begun_at timestamp with time zone not null,
  settles_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  is_complete boolean not null,
  low jsonb,
  became text,
  became_case_id uuid,
  constraint survey_responses_invitation_id_key UNIQUE (invitation_id),
  constraint survey_responses_token_hash_key UNIQUE (token_hash),
  constraint survey_responses_pkey PRIMARY KEY (id),
  constraint survey_responses_became_case_id_fkey FOREIGN KEY (became_case_id) REFERENCES cases(id) ON DELETE SET NULL,
  constraint survey_responses_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint survey_responses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint survey_responses_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES survey_invitations(id) ON DELETE CASCADE,
  constraint survey_responses_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES surveys(id) ON DELETE CASCADE,
  constraint survey_responses_version_id_fkey FOREIGN KEY (version_id) REFERENCES survey_versions(id),
  constraint survey_responses_became_check CHECK ((became = ANY (ARRAY['joined'::text, 'opened'::text]))),
  constraint survey_responses_check CHECK (((invitation_id IS NULL) = (token_hash IS NOT NULL))),
  constraint survey_responses_check1 CHECK (((became IS NULL) OR (low IS NOT NULL))),
  constraint survey_responses_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
  constraint survey_responses_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'page'::text, 'link'::text, 'widget'::text])))
);
CREATE INDEX survey_responses_of ON public.survey_responses USING btree (survey_id, settled_at);
CREATE INDEX survey_responses_of_case ON public.survey_responses USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX survey_responses_settling ON public.survey_responses USING btree (settles_at) WHERE (settled_at IS NULL);

create table survey_versions (
  id uuid not null,
  survey_id uuid not null,
  number integer not null,
  content jsonb not null,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  constraint survey_versions_survey_id_number_key UNIQUE (survey_id, number),
  constraint survey_versions_pkey PRIMARY KEY (id),
  constraint survey_versions_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES surveys(id) ON DELETE CASCADE,
  constraint survey_versions_written_by_fkey FOREIGN KEY (written_by) REFERENCES members(id)
);

create table surveys (
  id uuid not null,
  name text not null,
  rule jsonb not null,
  public_key text not null,
  running_since timestamp with time zone,
  first_run_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  constraint surveys_public_key_key UNIQUE (public_key),
  constraint surveys_pkey PRIMARY KEY (id),
  constraint surveys_created_by_fkey FOREIGN KEY (created_by) REFERENCES members(id)
);

create table theme_likenesses (
  one_id uuid not null,
  other_id uuid not null,
  score real not null,
  at timestamp with time zone not null,
  dismissed_at timestamp with time zone,
  dismissed_by uuid,
  constraint theme_likenesses_pkey PRIMARY KEY (one_id, other_id),
  constraint theme_likenesses_dismissed_by_fkey FOREIGN KEY (dismissed_by) REFERENCES members(id),
  constraint theme_likenesses_one_id_fkey FOREIGN KEY (one_id) REFERENCES themes(id),
  constraint theme_likenesses_other_id_fkey FOREIGN KEY (other_id) REFERENCES themes(id),
  constraint theme_likenesses_check CHECK ((one_id < other_id))
);

create table theme_moves (
  id uuid not null,
  insight_id uuid not null,
  from_theme_id uuid,
  to_theme_id uuid,
  step_id uuid,
  at timestamp with time zone not null,
  by uuid,
  constraint theme_moves_pkey PRIMARY KEY (id),
  constraint theme_moves_by_fkey FOREIGN KEY (by) REFERENCES members(id),
  constraint theme_moves_from_theme_id_fkey FOREIGN KEY (from_theme_id) REFERENCES themes(id),
  constraint theme_moves_insight_id_fkey FOREIGN KEY (insight_id) REFERENCES insights(id),
  constraint theme_moves_to_theme_id_fkey FOREIGN KEY (to_theme_id) REFERENCES themes(id)
);
CREATE INDEX theme_moves_of_insight ON public.theme_moves USING btree (insight_id, at);
CREATE INDEX theme_moves_of_step ON public.theme_moves USING btree (step_id) WHERE (step_id IS NOT NULL);

create table theme_steps (
  id uuid not null,
  kind text not null,
  from_theme_id uuid not null,
  to_theme_id uuid not null,
  at timestamp with time zone not null,
  by uuid not null,
  undone_at timestamp with time zone,
  decide_by timestamp with time zone,
  constraint theme_steps_pkey PRIMARY KEY (id),
  constraint theme_steps_by_fkey FOREIGN KEY (by) REFERENCES members(id),
  constraint theme_steps_from_theme_id_fkey FOREIGN KEY (from_theme_id) REFERENCES themes(id),
  constraint theme_steps_to_theme_id_fkey FOREIGN KEY (to_theme_id) REFERENCES themes(id),
  constraint theme_steps_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text])))
);
CREATE INDEX theme_steps_from ON public.theme_steps USING btree (from_theme_id);
CREATE INDEX theme_steps_to ON public.theme_steps USING btree (to_theme_id);

create table themes (
  id uuid not null,
  number integer not null generated always as identity,
  title text not null,
  topic_id uuid not null,
  product text,
  decider_id uuid not null,
  decide_by timestamp with time zone,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  is_proposed boolean not null,
  merged_into_id uuid,
  dissolved_at timestamp with time zone,
  climbed_to smallint not null,
  next_climb_at timestamp with time zone,
  published_at timestamp with time zone,
  constraint themes_number_key UNIQUE (number),
  constraint themes_pkey PRIMARY KEY (id),
  constraint themes_decider_id_fkey FOREIGN KEY (decider_id) REFERENCES members(id),
  constraint themes_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES themes(id),
  constraint themes_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES members(id),
  constraint themes_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id),
  constraint law_7_no_drawer CHECK (
CASE
    WHEN ((decide_by IS NULL) OR (merged_into_id IS NOT NULL) OR is_proposed) THEN (next_climb_at IS NULL)
    ELSE ((next_climb_at IS NULL) = (climbed_to = 3))
END),
  constraint themes_check CHECK ((merged_into_id <> id)),
  constraint themes_check1 CHECK (((dissolved_at IS NULL) OR is_proposed)),
  constraint themes_climbed_to_check CHECK (((climbed_to >= 0) AND (climbed_to <= 3)))
);
CREATE INDEX themes_by_opening ON public.themes USING btree (opened_at DESC, id);
CREATE INDEX themes_climbing ON public.themes USING btree (next_climb_at) WHERE (next_climb_at IS NOT NULL);
CREATE INDEX themes_to_decide ON public.themes USING btree (decide_by) WHERE ((decide_by IS NOT NULL) AND (merged_into_id IS NULL));

create table third_parties (
  id uuid not null,
  name text not null,
  handles text not null,
  email text,
  phone text,
  website text,
  hours text,
  needs jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  closed_at timestamp with time zone,
  constraint third_parties_pkey PRIMARY KEY (id),
  constraint third_parties_created_by_fkey FOREIGN KEY (created_by) REFERENCES members(id)
);
CREATE UNIQUE INDEX third_parties_names ON public.third_parties USING btree (lower(name)) WHERE (closed_at IS NULL);

create table topics (
  id uuid not null,
  name_it text not null,
  name_en text not null,
  department_id uuid not null,
  decider_id uuid,
  decides_within_days integer not null,
  words text[] not null,
  is_for_the_rest boolean not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint topics_pkey PRIMARY KEY (id),
  constraint topics_decider_id_fkey FOREIGN KEY (decider_id) REFERENCES members(id),
  constraint topics_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint topics_check CHECK ((NOT (is_for_the_rest AND (closed_at IS NOT NULL)))),
  constraint topics_decides_within_days_check CHECK (((decides_within_days >= 1) AND (decides_within_days <= 120)))
);
CREATE UNIQUE INDEX topics_for_the_rest ON public.topics USING btree (is_for_the_rest) WHERE is_for_the_rest;

create table verifications (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_identifier ON public.verifications USING btree (identifier);

create table voice_nights (
  night date not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  loose integer,
  proposed integer,
  alike integer,
  trouble text,
  constraint voice_nights_pkey PRIMARY KEY (night)
);

create table webhook_attempts (
  id uuid not null,
  delivery_id uuid not null,
  at timestamp with time zone not null,
  status integer,
  trouble text,
  milliseconds integer not null,
  answer text not null,
  constraint webhook_attempts_pkey PRIMARY KEY (id),
  constraint webhook_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhook_deliveries(id) ON DELETE CASCADE
);
CREATE INDEX webhook_attempts_of ON public.webhook_attempts USING btree (delivery_id, at);

create table webhook_deliveries (
  id uuid not null,
  endpoint_id uuid not null,
  kind text not null,
  body text not null,
  created_at timestamp with time zone not null,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  delivered_at timestamp with time zone,
  given_up_at timestamp with time zone,
  constraint webhook_deliveries_pkey PRIMARY KEY (id),
  constraint webhook_deliveries_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoints(id) ON DELETE CASCADE,
  constraint webhook_deliveries_check CHECK ((num_nonnulls(next_attempt_at, delivered_at, given_up_at) = 1))
);
CREATE INDEX webhook_deliveries_of ON public.webhook_deliveries USING btree (endpoint_id, created_at DESC, id DESC);
CREATE INDEX webhook_deliveries_old ON public.webhook_deliveries USING btree (created_at);
CREATE INDEX webhook_deliveries_waiting ON public.webhook_deliveries USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);

create table webhook_endpoints (
  id uuid not null,
  url text not null,
  description text not null,
  kinds text[] not null,
  secret text not null,
  former_secret text,
  former_secret_until timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  off_at timestamp with time zone,
  off_because text,
  failing_since timestamp with time zone,
  removed_at timestamp with time zone,
  constraint webhook_endpoints_pkey PRIMARY KEY (id),
  constraint webhook_endpoints_created_by_fkey FOREIGN KEY (created_by) REFERENCES members(id),
  constraint webhook_endpoints_check CHECK (((off_at IS NULL) = (off_because IS NULL))),
  constraint webhook_endpoints_check1 CHECK (((former_secret IS NULL) = (former_secret_until IS NULL))),
  constraint webhook_endpoints_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint webhook_endpoints_off_because_check CHECK ((off_because = ANY (ARRAY['by_hand'::text, 'failing'::text, 'gone'::text])))
);
