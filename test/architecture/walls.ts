/**
 * Who stands on whom. Imports run downwards only: a domain may use those of a lower rank. Between domains of one rank there is
 * no road, so that no two can come to need each other; what one must tell the other travels as an event, through app/wiring.ts.
 */
export const ranks: Readonly<Record<string, number>> = {
  base: 0,
  ui: 0.5,
  calendar: 1,
  people: 1.1,
  customers: 1.2,
  notices: 1.2,
  webhooks: 1.3,
  channels: 2,
  cases: 3,
  requests: 4,
  promises: 4.1,
  referrals: 4.2,
  opportunities: 4.2,
  complaints: 4.2,
  shifts: 4.3,
  incidents: 4.3,
  voices: 4.3,
  surveys: 4.5,
  heat: 5,
  'customer-page': 6,
  reports: 6,
  search: 6,
  desk: 6.1,
  demo: 7,
  bench: 7,
  app: 8,
};

/** The one domain that writes each table. Others ask it to, through its front door. */
export const owners: Readonly<Record<string, readonly string[]>> = {
  base: ['events', 'migrations'],
  calendar: ['calendars'],
  people: [
    'company', 'departments', 'members', 'member_channels', 'absences', 'shift_ends', 'invitations', 'invitation_links', 'access_tokens', 'setup_links',
    'password_recoveries', 'sign_ins', 'sign_in_attempts', 'sessions', 'credentials', 'verifications',
  ],
  referrals: ['third_parties', 'referrals'],
  complaints: ['complaint_terms', 'complaint_numbers', 'complaints', 'complaint_entries', 'complaint_letters'],
  customers: ['companies', 'customers', 'identities'],
  notices: ['notices'],
  webhooks: ['webhook_endpoints', 'webhook_deliveries', 'webhook_attempts'],
  channels: ['mailboxes', 'raw_mails', 'mail_ids', 'outbox', 'outbox_recipients', 'forms', 'public_posts', 'heard_sources', 'heard_deliveries', 'heard_imports', 'heard_import_rows', 'chat_entrances', 'chat_conversations', 'chat_lines', 'chat_deliveries'],
  cases: [
    'cases', 'messages', 'notes', 'attachments', 'drafts', 'pending_replies', 'prepared_replies', 'handovers', 'merges', 'splits',
    'join_suggestions', 'self_updates', 'case_links',
  ],
  requests: [
    'requests', 'request_files', 'request_turns', 'request_climbs', 'request_links', 'request_returns', 'request_templates', 'planned_requests', 'agreements', 'supplier_contracts',
  ],
  promises: ['promises', 'promise_moves'],
  incidents: ['incidents', 'incident_words', 'incident_cases', 'incident_updates', 'incident_tellings'],
  voices: ['topics', 'themes', 'insights', 'insight_suggestions', 'theme_moves', 'theme_steps', 'theme_likenesses', 'decisions', 'decision_moves', 'loop_letters', 'loop_words', 'loop_answers', 'ideas_pages', 'voice_nights'],
  surveys: ['surveys', 'survey_versions', 'survey_invitations', 'survey_responses', 'survey_answers', 'survey_refusals'],
  opportunities: ['opportunities', 'opportunity_routes', 'opportunity_links'],
  heat: ['case_heat', 'forecast_nights'],
  'customer-page': ['ratings'],
  reports: ['digests', 'digest_recipients', 'digest_links'],
  search: ['message_words'],
};

export interface Place {
  /** The first folder below src: `cases`. */
  readonly domain: string;
  /** What has a front door of its own: the domain, or one channel of it (`channels/email`). */
  readonly unit: string;
  /** Within the unit: `actions/reply.ts`. */
  readonly inside: string;
}

/** Where a file below src stands: `channels/email/index.ts`. */
export const placeOf = (path: string): Place => {
  const [domain = '', ...rest] = path.split('/');
  const hasUnits = domain === 'channels' && rest.length > 1;
  const unit = hasUnits ? `${domain}/${rest[0]}` : domain;
  return { domain, unit, inside: (hasUnits ? rest.slice(1) : rest).join('/') };
};

/** What may be used from outside a domain: its front door, and what is pure. */
const pure = /^(?:contract|rules|texts|words)(?:\.ts$|\/)/u;
const frontDoor = /^index\.ts$/u;
/** What stands beside the channels, and in none of them, is there for all who receive something from outside. */
const besideChannels = (place: Place): boolean => place.unit === 'channels';
/** The composition root puts the adapters of every domain together. */
const adapters = /^(?:routes|jobs|sweeps|wiring|mailboxes|setup)(?:\.ts$|\/)/u;
/** Screens of every domain call the API through the one client of the browser; it knows none of them. */
const browserClient = /^web\/(?:after|asking|call|client|live|network|presence)\.ts$/u;
const inWeb = (place: Place): boolean => place.inside.startsWith('web/') || place.domain === 'ui';

/** Why a file may not import another; undefined where it may. */
export const whyNot = (from: string, to: string): string | undefined => {
  const [here, there] = [placeOf(from), placeOf(to)];
  const [ours, theirs] = [ranks[here.domain], ranks[there.domain]];
  if (ours === undefined || theirs === undefined) return `${ours === undefined ? here.domain : there.domain} has no rank`;
  if (inWeb(here) && there.domain === 'app' && browserClient.test(there.inside)) return undefined;
  if (here.domain !== there.domain && theirs >= ours) return `${here.domain} stands below ${there.domain} or beside it`;
  if (here.unit === there.unit || there.domain === 'base' || there.domain === 'ui') return undefined;
  if (pure.test(there.inside)) return undefined;
  if (inWeb(here)) return inWeb(there) ? undefined : 'a screen uses only the contract, rules, texts and screens of others';
  if (frontDoor.test(there.inside) || besideChannels(there)) return undefined;
  if (here.domain === 'app' && adapters.test(there.inside)) return undefined;
  return 'other domains are used through their index.ts';
};
