// Written by tools/schema.ts from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

type WithDefault<Value> = ColumnType<Value, Value | undefined, Value>;
// Read as whatever was stored (its shape is checked where it is used), written as JSON text.
type Json = ColumnType<unknown, string | null, string | null>;

export interface Absences {
  id: string;
  member_id: string;
  starts_at: Date;
  ends_at: Date;
  deputy_id: string;
  created_at: Date;
  withdrawn_at: Date | null;
}

export interface AccessTokens {
  id: string;
  member_id: string;
  name: string;
  token_hash: string;
  scope: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface Agreements {
  id: string;
  department_id: string;
  kind: string | null;
  urgency: string | null;
  answers_within_minutes: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface Attachments {
  id: string;
  case_id: string;
  message_id: string | null;
  note_id: string | null;
  uploaded_by: string | null;
  sha256: string;
  name: string;
  type: string;
  size: number;
  content_id: string | null;
  is_inline: WithDefault<boolean>;
  created_at: Date;
}

export interface Calendars {
  id: string;
  name: string;
  time_zone: string;
  week: Json;
  holidays_country: string | null;
  holidays_region: string | null;
  patron_day: Json | null;
  exceptions: Json;
}

export interface CaseHeat {
  case_id: string;
  degrees: number;
  reasons: Json;
  boils_at: Date | null;
  boiled_at: Date | null;
  act: Json;
  look_again_at: Date | null;
  computed_at: Date;
  risks: Json | null;
  saves: WithDefault<number>;
}

export interface CaseLinks {
  id: string;
  case_id: string;
  customer_id: string;
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  last_opened_at: Date | null;
  openings: WithDefault<number>;
  given_in: WithDefault<string>;
}

export interface Cases {
  id: string;
  number: WithDefault<number>;
  subject: string;
  customer_id: string;
  department_id: string;
  channel: string;
  status: string;
  phase: string | null;
  level: WithDefault<number>;
  language: string;
  owner_id: string | null;
  claim_due_at: Date | null;
  claim_late_at: Date | null;
  next_update_due_at: Date | null;
  next_update_warned_at: Date | null;
  next_update_missed_at: Date | null;
  opened_at: Date;
  taken_at: Date | null;
  resolved_at: Date | null;
  closed_at: Date | null;
  waiting_since: Date | null;
  chases: WithDefault<number>;
  last_inbound_at: Date | null;
  last_outbound_at: Date | null;
  last_activity_at: Date;
  merged_into_id: string | null;
}

export interface ChatConversations {
  id: string;
  entrance_id: string;
  token_hash: string;
  language: string;
  case_id: string | null;
  identity_kind: string;
  identity_value: string;
  name: string | null;
  email: string | null;
  proven_at: Date | null;
  code_tries: WithDefault<number>;
  mixed_at: Date | null;
  started_at: Date;
  seen_at: Date;
  typing_at: Date | null;
  expires_at: Date;
}

export interface ChatDeliveries {
  message_id: string;
  conversation_id: string;
  shown_at: Date;
  read_at: Date | null;
  mail_due_at: Date | null;
  mailed_at: Date | null;
}

export interface ChatEntrances {
  id: string;
  name: string;
  public_key: string;
  department_id: string;
  greeting: Json;
  away_words: Json;
  origins: Json;
  is_on: WithDefault<boolean>;
  created_at: Date;
}

export interface ChatLines {
  message_id: string;
  conversation_id: string;
  client_id: string;
}

export interface Companies {
  id: string;
  name: string;
  yearly_value_cents: number | null;
  created_at: Date;
}

export interface Company {
  single: WithDefault<boolean>;
  name: string;
  language: string;
  time_zone: string;
  is_demo: WithDefault<boolean>;
  set_up_at: Date;
}

export interface ComplaintEntries {
  id: string;
  complaint_id: string;
  place: number;
  at: Date;
  by: Json;
  kind: string;
  data: Json;
}

export interface ComplaintLetters {
  id: string;
  complaint_id: string;
  kind: string;
  pending_reply_id: string;
  data: Json;
  prepared_at: Date;
  left_at: Date | null;
  withdrawn_at: Date | null;
  message_id: string | null;
}

export interface ComplaintNumbers {
  year: number;
  last: number;
}

export interface ComplaintTerms {
  id: string;
  sector: string;
  kind: string;
  name_it: string;
  name_en: string;
  basis_it: string;
  basis_en: string;
  days: number;
  counts: string;
  starts: string;
  longest_days: number | null;
  indemnity: Json | null;
  next_body_it: string | null;
  next_body_en: string | null;
  valid_from: string;
  valid_to: string | null;
  added_at: Date;
  added_by: string | null;
}

export interface Complaints {
  id: string;
  year: number;
  number: number;
  case_id: string;
  message_id: string | null;
  customer_id: string;
  received_at: Date;
  channel: string;
  proof: string | null;
  said: string;
  term_id: string;
  first_due_at: Date;
  registered_at: Date;
  registered_by: string;
  repeats_id: string | null;
  complainant: string;
  on_behalf_of: string | null;
  contract_code: string | null;
  product: string | null;
  topic: string;
  sub_topic: string | null;
  remedy: string | null;
  severity: string;
  department_id: string;
  responsible_id: string | null;
  due_at: Date;
  remind_at: Date;
  reminded_at: Date | null;
  call_at: Date;
  called_at: Date | null;
  late_at: Date | null;
  acknowledged_at: Date | null;
  interim_at: Date | null;
  answered_at: Date | null;
  outcome: string | null;
  indemnity_cents: WithDefault<number>;
  closed_at: Date | null;
  annulled_at: Date | null;
}

export interface Credentials {
  id: string;
  sign_in_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface Customers {
  id: string;
  name: string;
  company_id: string | null;
  language: string | null;
  customer_since: string | null;
  yearly_value_cents: number | null;
  created_at: Date;
  prefers: string | null;
  prefers_number: string | null;
}

export interface DecisionMoves {
  id: string;
  decision_id: string;
  from_day: string;
  to_day: string;
  why: string;
  by: string;
  at: Date;
}

export interface Decisions {
  id: string;
  theme_id: string;
  kind: string;
  reason: string | null;
  words: string;
  doer_id: string | null;
  doer_department_id: string | null;
  ships_by: string | null;
  decided_by: string;
  decided_at: Date;
  customers: number;
  value_cents: number;
  at_risk: number;
  voices: number;
  shipped_at: Date | null;
  shipped_by: string | null;
  shipped_words: string | null;
  late_called_at: Date | null;
}

export interface Departments {
  id: string;
  name: string;
  kind: string;
  address: string | null;
  calendar_id: string;
  answers_within_minutes: number;
  head_id: string | null;
  created_at: Date;
  closed_at: Date | null;
}

export interface DigestLinks {
  token_hash: string;
  week: string;
  recipient_id: string | null;
  member_id: string | null;
  language: string;
  created_at: Date;
  expires_at: Date;
}

export interface DigestRecipients {
  id: string;
  name: string;
  email: string;
  language: string;
  added_by: string;
  added_at: Date;
  removed_at: Date | null;
}

export interface Digests {
  week: string;
  made_at: Date;
  figures: Json;
}

export interface Drafts {
  id: string;
  case_id: string;
  member_id: string;
  kind: string;
  text: string;
  seen_event_id: WithDefault<number>;
  updated_at: Date;
}

export interface Events {
  id: Generated<number>;
  at: Date;
  kind: string;
  case_id: string | null;
  actor: Json;
  data: Json;
}

export interface ForecastNights {
  night: string;
  began_at: Date;
  ended_at: Date | null;
  snapshots: number | null;
  chases: number | null;
  model: Json | null;
  shows: Json | null;
  measures: Json | null;
  trouble: string | null;
}

export interface Forms {
  id: string;
  name: string;
  public_key: string;
  department_id: string;
  language: string;
  created_at: Date;
  closed_at: Date | null;
}

export interface Handovers {
  id: string;
  case_id: string;
  from_id: string;
  to_id: string;
  reason: string;
  summary: string;
  offered_at: Date;
  accepted_at: Date | null;
  declined_at: Date | null;
  decline_reason: string | null;
  withdrawn_at: Date | null;
}

export interface HeardDeliveries {
  id: string;
  source_id: string;
  webhook_id: string;
  sha256: string;
  size: number;
  received_at: Date;
  state: WithDefault<string>;
  outcome: string | null;
  reason: string | null;
  attempts: WithDefault<number>;
  next_attempt_at: Date | null;
  case_id: string | null;
  settled_at: Date | null;
}

export interface HeardImportRows {
  import_id: string;
  row: number;
  became: string;
  reason: string | null;
  excerpt: string;
  message_id: string | null;
  case_id: string | null;
  undone: string | null;
}

export interface HeardImports {
  id: string;
  name: string;
  sha256: string;
  size: number;
  reading: Json;
  row_count: number;
  uploaded_at: Date;
  uploaded_by: string;
  started_at: Date | null;
  started_by: string | null;
  next_row: WithDefault<number>;
  finished_at: Date | null;
  undo_asked_at: Date | null;
  undo_asked_by: string | null;
  undone_at: Date | null;
  turn_at: Date | null;
}

export interface HeardSources {
  id: string;
  name: string;
  site: string;
  channel: string;
  secret: string;
  old_secret: string | null;
  old_secret_until: Date | null;
  made_at: Date;
  made_by: string | null;
  off_at: Date | null;
  off_by: string | null;
  last_heard_at: Date | null;
  refused_at: Date | null;
  refused_because: string | null;
}

export interface IdeasPages {
  id: string;
  opened_at: Date;
  opened_by: string | null;
  closed_at: Date | null;
  closed_by: string | null;
}

export interface Identities {
  id: string;
  customer_id: string;
  kind: string;
  value: string;
  created_at: Date;
  verified_at: Date | null;
}

export interface IncidentCases {
  incident_id: string;
  case_id: string;
  state: string;
  words: Json;
  same_department: WithDefault<boolean>;
  heard_at: Date | null;
  at: Date;
  by: string | null;
}

export interface IncidentTellings {
  update_id: string;
  case_id: string;
  customer_id: string;
  language: string;
  send_at: Date;
  outcome: string | null;
  reason: string | null;
  message_id: string | null;
  at: Date | null;
}

export interface IncidentUpdates {
  id: string;
  incident_id: string;
  state: string;
  text_it: string | null;
  text_en: string | null;
  next_update_at: Date | null;
  written_by: string;
  written_at: Date;
  send_at: Date;
  taken_back_at: Date | null;
  begun_at: Date | null;
}

export interface IncidentWords {
  incident_id: string;
  word: string;
  source: string;
}

export interface Incidents {
  id: string;
  number: Generated<number>;
  title_it: string | null;
  title_en: string | null;
  known_it: string | null;
  known_en: string | null;
  department_id: string;
  state: string;
  began_at: Date;
  next_update_due_at: Date | null;
  called_at: Date | null;
  keeper_id: string;
  opened_at: Date;
  resolved_at: Date | null;
  published_at: Date | null;
}

export interface InsightSuggestions {
  id: string;
  case_id: string;
  message_id: string;
  span_from: number;
  span_to: number;
  kind: string;
  score: number;
  theme_id: string | null;
  at: Date;
  insight_id: string | null;
  dismissed_at: Date | null;
  dismissed_by: string | null;
}

export interface Insights {
  id: string;
  number: Generated<number>;
  kind: string;
  words: string;
  source: string;
  case_id: string | null;
  message_id: string | null;
  span_from: number | null;
  span_to: number | null;
  source_id: string | null;
  customer_id: string | null;
  said_by: string;
  said_at: Date;
  language: string | null;
  heard_by: string | null;
  heard_at: Date;
  remark: string | null;
  theme_id: string | null;
  topic_id: string;
  place_by: Date;
  place_climbed_to: WithDefault<number>;
  next_place_climb_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}

export interface InvitationLinks {
  token_hash: string;
  invitation_id: string;
  created_at: Date;
}

export interface Invitations {
  id: string;
  email: string;
  name: string;
  roles: string[];
  level: WithDefault<number>;
  department_id: string;
  language: string;
  invited_by: string | null;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  withdrawn_at: Date | null;
  mailed_at: Date | null;
  mail_failed_at: Date | null;
}

export interface JoinSuggestions {
  id: string;
  case_id: string;
  other_id: string;
  reasons: Json;
  created_at: Date;
  accepted_at: Date | null;
  dismissed_at: Date | null;
}

export interface LoopAnswers {
  message_id: string;
  letter_id: string;
  is_thanks: boolean;
  at: Date;
}

export interface LoopLetters {
  id: string;
  decision_id: string;
  occasion: string;
  customer_id: string | null;
  theme_id: string;
  case_id: string | null;
  insight_id: string;
  language: string;
  text: string | null;
  drafted_at: Date;
  read_by: string | null;
  send_at: Date | null;
  outcome: string | null;
  reason: string | null;
  message_id: string | null;
  settled_at: Date | null;
  said_by: string | null;
  variant: WithDefault<number>;
  remark: string | null;
  told_by: string | null;
}

export interface LoopWords {
  decision_id: string;
  occasion: string;
  words_it: string | null;
  words_en: string | null;
  changed_by: string | null;
  changed_at: Date;
  called_at: Date | null;
}

export interface MailIds {
  header: string;
  direction: string;
  case_id: string | null;
  message_id: string | null;
  request_id: string | null;
  body_hash: string | null;
  at: Date;
}

export interface Mailboxes {
  id: string;
  address: string;
  sender_name: string;
  department_id: string;
  imap: Json | null;
  smtp: Json | null;
  sealed_secrets: string | null;
  uid_validity: number | null;
  last_uid: number | null;
  start_from: WithDefault<string>;
  connected_at: Date | null;
  last_mail_at: Date | null;
  last_error: string | null;
  last_error_at: Date | null;
  created_at: Date;
  closed_at: Date | null;
}

export interface MemberChannels {
  id: string;
  member_id: string;
  channel: string;
  trained_at: Date;
  trained_by: string | null;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface Members {
  id: string;
  name: string;
  email: string;
  language: string;
  roles: string[];
  level: WithDefault<number>;
  department_id: string;
  deputy_id: string | null;
  created_at: Date;
  left_at: Date | null;
}

export interface Merges {
  id: string;
  case_id: string;
  into_id: string;
  merged_by: Json;
  merged_at: Date;
  moved: Json;
  undone_at: Date | null;
  undone_by: Json | null;
}

export interface MessageWords {
  message_id: string;
  at: Date;
  words: string;
}

export interface Messages {
  id: string;
  case_id: string;
  direction: string;
  channel: string;
  at: Date;
  author_customer_id: string | null;
  author_member_id: string | null;
  author_name: string;
  author_address: string | null;
  is_third_party: WithDefault<boolean>;
  subject: string | null;
  text: string;
  folded: WithDefault<string>;
  html: string | null;
  act: string | null;
  has_substance: WithDefault<boolean>;
  is_automatic: WithDefault<boolean>;
  is_chase: WithDefault<boolean>;
  raw_mail_id: string | null;
  sent_by_itself: WithDefault<boolean>;
  is_beside: WithDefault<boolean>;
}

export interface Migrations {
  name: string;
  applied_at: WithDefault<Date>;
}

export interface Notes {
  id: string;
  case_id: string;
  author_id: string;
  text: string;
  mentions: WithDefault<string[]>;
  at: Date;
}

export interface Notices {
  id: string;
  member_id: string;
  kind: string;
  case_id: string | null;
  facts: Json;
  created_at: Date;
  seen_at: Date | null;
  done_at: Date | null;
}

export interface Opportunities {
  id: string;
  number: Generated<number>;
  kind: string;
  case_id: string;
  customer_id: string;
  words: string;
  message_id: string | null;
  words_from: number | null;
  words_to: number | null;
  value_cents: number | null;
  department_id: string;
  seen_by: string;
  handed_over_at: Date;
  leaves_at: Date;
  left_at: Date | null;
  taken_back_at: Date | null;
  sent_to: string | null;
  agreed_minutes: number;
  first_due_at: Date;
  due_at: Date;
  read_at: Date | null;
  read_by: string | null;
  taken_at: Date | null;
  taken_by: string | null;
  taken_by_member_id: string | null;
  first_answer_at: Date | null;
  outcome: string | null;
  outcome_at: Date | null;
  outcome_by: string | null;
  won_cents: number | null;
  lost_reason: string | null;
  outcome_words: string | null;
  climbed_to: WithDefault<number>;
  next_climb_at: Date | null;
}

export interface OpportunityLinks {
  id: string;
  opportunity_id: string;
  token_hash: string;
  for_name: string;
  for_address: string;
  created_at: Date;
  expires_at: Date;
}

export interface OpportunityRoutes {
  kind: string;
  department_id: string;
  set_by: string;
  set_at: Date;
}

export interface Outbox {
  id: string;
  mailbox_id: string | null;
  message_id: string | null;
  request_id: string | null;
  purpose: string;
  case_id: string | null;
  message_id_header: string;
  mail: Json;
  created_at: Date;
}

export interface OutboxRecipients {
  id: string;
  outbox_id: string;
  address: string;
  name: string | null;
  kind: string;
  state: WithDefault<string>;
  attempts: WithDefault<number>;
  next_attempt_at: Date | null;
  claimed_at: Date | null;
  sent_at: Date | null;
  last_response: string | null;
}

export interface PasswordRecoveries {
  token_hash: string;
  member_id: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface PendingReplies {
  id: string;
  case_id: string;
  member_id: string;
  reply: Json;
  seen_event_id: number;
  created_at: Date;
  send_at: Date;
  sent_at: Date | null;
  taken_back_at: Date | null;
  stopped_at: Date | null;
}

export interface PlannedRequests {
  id: string;
  case_id: string;
  department_id: string;
  planned_by: string;
  input: Json;
  after_request_id: string | null;
  after_planned_id: string | null;
  planned_at: Date;
  request_id: string | null;
  cancelled_at: Date | null;
  cancelled_reason: string | null;
  refused: Json | null;
}

export interface PreparedReplies {
  id: string;
  case_id: string;
  reason: string;
  request_id: string | null;
  text: string;
  created_at: Date;
  used_at: Date | null;
  discarded_at: Date | null;
}

export interface PromiseMoves {
  id: string;
  promise_id: string;
  from_due_at: Date;
  to_due_at: Date;
  reason: string;
  moved_by: string;
  moved_at: Date;
  told_by_message_id: string;
}

export interface Promises {
  id: string;
  case_id: string;
  text: string;
  made_by: string;
  made_at: Date;
  message_id: string;
  request_id: string | null;
  first_due_at: Date;
  due_at: Date;
  warn_at: Date;
  warned_at: Date | null;
  kept_at: Date | null;
  kept_by_message_id: string | null;
  kept_how: string | null;
  broken_at: Date | null;
  released_at: Date | null;
  released_reason: string | null;
}

export interface PublicPosts {
  id: string;
  message_id: string;
  site: string;
  site_key: string;
  external_id: string;
  url: string;
  handle: string | null;
  logged_at: Date;
  stars: number | null;
  became: string | null;
  version_of: string | null;
  deleted_at: Date | null;
  undone_at: Date | null;
}

export interface Ratings {
  id: string;
  case_id: string;
  link_id: string;
  score: number;
  words: string | null;
  at: Date;
  changed_at: Date | null;
}

export interface RawMails {
  id: string;
  sha256: string;
  size: number;
  received_at: Date;
  via: string;
  mailbox_id: string | null;
  envelope_from: string | null;
  envelope_to: WithDefault<string[]>;
  state: WithDefault<string>;
  next_attempt_at: Date | null;
  outcome: string | null;
  reason: string | null;
  attempts: WithDefault<number>;
  message_id_header: string | null;
  processed_at: Date | null;
  case_id: string | null;
  correspondence: Json | null;
  sender: string | null;
  subject: string | null;
}

export interface Referrals {
  id: string;
  case_id: string;
  third_party_id: string;
  reason: string;
  check_on: Date;
  made_at: Date;
  made_by: string;
  pending_reply_id: string;
  dossier: Json;
  token_hash: string;
  expires_at: Date;
  withdrawn_at: Date | null;
  asked_back_at: Date | null;
  settled_at: Date | null;
  settled_by: Json | null;
  worked: boolean | null;
  outcome: string | null;
}

export interface RequestClimbs {
  id: string;
  request_id: string;
  step: number;
  to_name: string;
  to_address: string;
  by_member_id: string | null;
  at: Date;
}

export interface RequestFiles {
  id: string;
  turn_id: string;
  sha256: string;
  name: string;
  type: string;
  size: number;
}

export interface RequestLinks {
  id: string;
  request_id: string;
  token_hash: string;
  for_name: string;
  for_address: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

export interface RequestReturns {
  id: string;
  request_id: string;
  by_member_id: string;
  by_name: string;
  missing: string;
  at: Date;
  before: Json;
  leaves_at: Date;
  left_at: Date | null;
  undone_at: Date | null;
}

export interface RequestTemplates {
  id: string;
  department_id: string;
  kind: string;
  name: Json;
  question: Json;
  fields: Json;
  choices: Json;
  created_at: Date;
  withdrawn_at: Date | null;
}

export interface RequestTurns {
  id: string;
  request_id: string;
  kind: string;
  by_member_id: string | null;
  by_name: string;
  by_address: string | null;
  via: string;
  text: string;
  folded: WithDefault<string>;
  choice: string | null;
  promised_for: string | null;
  whose_is_it: string | null;
  at: Date;
  raw_mail_id: string | null;
}

export interface Requests {
  id: string;
  number: WithDefault<number>;
  case_id: string;
  department_id: string;
  asked_by: string;
  question: string;
  why: string;
  choices: Json;
  sent_to: string;
  asked_at: Date;
  agreed_minutes: number;
  due_at: Date;
  seen_at: Date | null;
  seen_by: string | null;
  questioned_at: Date | null;
  answered_at: Date | null;
  refused_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
  climbed_to: WithDefault<number>;
  next_climb_at: Date | null;
  kind: string | null;
  urgency: WithDefault<string>;
  template_id: string | null;
  fields: Json;
  contract_reference: string | null;
  taken_at: Date | null;
  taken_by: string | null;
  taken_by_member_id: string | null;
  taken_by_address: string | null;
  sent_back_at: Date | null;
}

export interface SelfUpdates {
  id: string;
  case_id: string;
  on_at: Date;
  on_by: Json;
  off_at: Date | null;
  off_by: Json | null;
}

export interface Sessions {
  id: string;
  sign_in_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface SetupLinks {
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface ShiftEnds {
  id: string;
  member_id: string;
  ended_at: Date;
  back_at: Date;
  returned_at: Date | null;
}

export interface SignInAttempts {
  key: string;
  attempts: number;
  since: Date;
}

export interface SignIns {
  id: string;
  member_id: string | null;
  name: string;
  email: string;
  email_verified: WithDefault<boolean>;
  image: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface Splits {
  id: string;
  case_id: string;
  into_id: string;
  split_by: Json;
  split_at: Date;
  moved: Json;
  undone_at: Date | null;
  undone_by: Json | null;
}

export interface SupplierContracts {
  department_id: string;
  reference: string;
  contact_name: string;
  contact_phone: string | null;
  contact_address: string | null;
  valid_until: string | null;
  changed_at: Date;
}

export interface SurveyAnswers {
  response_id: string;
  question: string;
  kind: string;
  score: number | null;
  chosen: WithDefault<string[]>;
  words: string | null;
  at: Date;
}

export interface SurveyInvitations {
  id: string;
  survey_id: string;
  case_id: string;
  customer_id: string;
  way: string;
  language: string;
  due_at: Date;
  settled_at: Date | null;
  not_asked_because: string | null;
  version_id: string | null;
  token_hash: string | null;
  expires_at: Date | null;
  outbox_id: string | null;
}

export interface SurveyRefusals {
  customer_id: string;
  at: Date;
}

export interface SurveyResponses {
  id: string;
  survey_id: string;
  version_id: string;
  invitation_id: string | null;
  way: string;
  case_id: string | null;
  customer_id: string | null;
  language: string;
  token_hash: string | null;
  email: string | null;
  begun_at: Date;
  settles_at: Date;
  settled_at: Date | null;
  is_complete: WithDefault<boolean>;
  low: Json | null;
  became: string | null;
  became_case_id: string | null;
}

export interface SurveyVersions {
  id: string;
  survey_id: string;
  number: number;
  content: Json;
  written_at: Date;
  written_by: string;
}

export interface Surveys {
  id: string;
  name: string;
  rule: Json;
  public_key: string;
  running_since: Date | null;
  first_run_at: Date | null;
  created_at: Date;
  created_by: string;
}

export interface ThemeLikenesses {
  one_id: string;
  other_id: string;
  score: number;
  at: Date;
  dismissed_at: Date | null;
  dismissed_by: string | null;
}

export interface ThemeMoves {
  id: string;
  insight_id: string;
  from_theme_id: string | null;
  to_theme_id: string | null;
  step_id: string | null;
  at: Date;
  by: string | null;
}

export interface ThemeSteps {
  id: string;
  kind: string;
  from_theme_id: string;
  to_theme_id: string;
  at: Date;
  by: string;
  undone_at: Date | null;
  decide_by: Date | null;
}

export interface Themes {
  id: string;
  number: Generated<number>;
  title: string;
  topic_id: string;
  product: string | null;
  decider_id: string;
  decide_by: Date | null;
  opened_at: Date;
  opened_by: string | null;
  is_proposed: WithDefault<boolean>;
  merged_into_id: string | null;
  dissolved_at: Date | null;
  climbed_to: WithDefault<number>;
  next_climb_at: Date | null;
  published_at: Date | null;
}

export interface ThirdParties {
  id: string;
  name: string;
  handles: string;
  email: string | null;
  phone: string | null;
  website: string | null;
  hours: string | null;
  needs: Json;
  created_at: Date;
  created_by: string;
  closed_at: Date | null;
}

export interface Topics {
  id: string;
  name_it: string;
  name_en: string;
  department_id: string;
  decider_id: string | null;
  decides_within_days: number;
  words: WithDefault<string[]>;
  is_for_the_rest: WithDefault<boolean>;
  created_at: Date;
  closed_at: Date | null;
}

export interface Verifications {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

export interface VoiceNights {
  night: string;
  began_at: Date;
  ended_at: Date | null;
  loose: number | null;
  proposed: number | null;
  alike: number | null;
  trouble: string | null;
}

export interface WebhookAttempts {
  id: string;
  delivery_id: string;
  at: Date;
  status: number | null;
  trouble: string | null;
  milliseconds: number;
  answer: WithDefault<string>;
}

export interface WebhookDeliveries {
  id: string;
  endpoint_id: string;
  kind: string;
  body: string;
  created_at: Date;
  attempts: WithDefault<number>;
  next_attempt_at: Date | null;
  delivered_at: Date | null;
  given_up_at: Date | null;
}

export interface WebhookEndpoints {
  id: string;
  url: string;
  description: string;
  kinds: string[];
  secret: string;
  former_secret: string | null;
  former_secret_until: Date | null;
  created_by: string;
  created_at: Date;
  off_at: Date | null;
  off_because: string | null;
  failing_since: Date | null;
  removed_at: Date | null;
}

export interface Tables {
  absences: Absences;
  access_tokens: AccessTokens;
  agreements: Agreements;
  attachments: Attachments;
  calendars: Calendars;
  case_heat: CaseHeat;
  case_links: CaseLinks;
  cases: Cases;
  chat_conversations: ChatConversations;
  chat_deliveries: ChatDeliveries;
  chat_entrances: ChatEntrances;
  chat_lines: ChatLines;
  companies: Companies;
  company: Company;
  complaint_entries: ComplaintEntries;
  complaint_letters: ComplaintLetters;
  complaint_numbers: ComplaintNumbers;
  complaint_terms: ComplaintTerms;
  complaints: Complaints;
  credentials: Credentials;
  customers: Customers;
  decision_moves: DecisionMoves;
  decisions: Decisions;
  departments: Departments;
  digest_links: DigestLinks;
  digest_recipients: DigestRecipients;
  digests: Digests;
  drafts: Drafts;
  events: Events;
  forecast_nights: ForecastNights;
  forms: Forms;
  handovers: Handovers;
  heard_deliveries: HeardDeliveries;
  heard_import_rows: HeardImportRows;
  heard_imports: HeardImports;
  heard_sources: HeardSources;
  ideas_pages: IdeasPages;
  identities: Identities;
  incident_cases: IncidentCases;
  incident_tellings: IncidentTellings;
  incident_updates: IncidentUpdates;
  incident_words: IncidentWords;
  incidents: Incidents;
  insight_suggestions: InsightSuggestions;
  insights: Insights;
  invitation_links: InvitationLinks;
  invitations: Invitations;
  join_suggestions: JoinSuggestions;
  loop_answers: LoopAnswers;
  loop_letters: LoopLetters;
  loop_words: LoopWords;
  mail_ids: MailIds;
  mailboxes: Mailboxes;
  member_channels: MemberChannels;
  members: Members;
  merges: Merges;
  message_words: MessageWords;
  messages: Messages;
  migrations: Migrations;
  notes: Notes;
  notices: Notices;
  opportunities: Opportunities;
  opportunity_links: OpportunityLinks;
  opportunity_routes: OpportunityRoutes;
  outbox: Outbox;
  outbox_recipients: OutboxRecipients;
  password_recoveries: PasswordRecoveries;
  pending_replies: PendingReplies;
  planned_requests: PlannedRequests;
  prepared_replies: PreparedReplies;
  promise_moves: PromiseMoves;
  promises: Promises;
  public_posts: PublicPosts;
  ratings: Ratings;
  raw_mails: RawMails;
  referrals: Referrals;
  request_climbs: RequestClimbs;
  request_files: RequestFiles;
  request_links: RequestLinks;
  request_returns: RequestReturns;
  request_templates: RequestTemplates;
  request_turns: RequestTurns;
  requests: Requests;
  self_updates: SelfUpdates;
  sessions: Sessions;
  setup_links: SetupLinks;
  shift_ends: ShiftEnds;
  sign_in_attempts: SignInAttempts;
  sign_ins: SignIns;
  splits: Splits;
  supplier_contracts: SupplierContracts;
  survey_answers: SurveyAnswers;
  survey_invitations: SurveyInvitations;
  survey_refusals: SurveyRefusals;
  survey_responses: SurveyResponses;
  survey_versions: SurveyVersions;
  surveys: Surveys;
  theme_likenesses: ThemeLikenesses;
  theme_moves: ThemeMoves;
  theme_steps: ThemeSteps;
  themes: Themes;
  third_parties: ThirdParties;
  topics: Topics;
  verifications: Verifications;
  voice_nights: VoiceNights;
  webhook_attempts: WebhookAttempts;
  webhook_deliveries: WebhookDeliveries;
  webhook_endpoints: WebhookEndpoints;
}
