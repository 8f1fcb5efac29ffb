import type { ComponentType } from 'react';
import type { Count } from '#ui/Rail.tsx';
import { useCasesCount } from '#desk/web/counts.ts';
import { useComplaintsCount } from '#complaints/web/counts.ts';
import { ComplaintIcon } from '#complaints/web/ComplaintIcon.tsx';
import { IncidentIcon } from '#incidents/web/IncidentIcon.tsx';
import { useVoicesCount } from '#voices/web/counts.ts';
import { VoicesIcon } from '#voices/web/VoicesIcon.tsx';
import { CaseIcon, HeatIcon, PromiseIcon, RequestIcon, SettingsIcon, WeekIcon } from '#ui/icons.tsx';
import { useOpportunitiesCount } from '#opportunities/web/count.ts';
import { OpportunityIcon } from '#opportunities/web/OpportunityIcon.tsx';
import { SurveyIcon } from '#surveys/web/SurveyIcon.tsx';
import { useBoilingCount, usePromisesCount, useRequestsCount } from './counts.ts';
import type { shellTexts } from './texts.ts';

type Words = (typeof shellTexts)['it'];
export type PlaceKey = keyof Words['places'];

/** Fetches a screen when it is first gone to: `() => import('#cases/web/CasesScreen.tsx').then((m) => m.CasesScreen)`. */
type Load = () => Promise<ComponentType>;

/** A place of the rail. Add a line here and it is there: address, words, icon, count. */
export interface Place {
  key: PlaceKey;
  path: string;
  icon: ComponentType<{ size?: number }>;
  /** What may follow the path in the address while the screen stays the same: a list must not be drawn anew with every case. */
  holds?: `{-$${string}}`;
  /** How much waits there, kept true by useRead; absent while nothing is known. */
  useCount?: () => Count | undefined;
  /** Only for who works on cases; whoever else is signed in does not see it. */
  serves?: boolean;
  /** Until a slice has its screen, the place says what will be there. */
  load?: Load;
}

export interface PlaceGroup {
  /** Its heading is in the texts of the shell; the first has none. */
  key: string;
  places: readonly Place[];
}

export const groups: readonly PlaceGroup[] = [
  {
    key: 'work',
    places: [
      { key: 'cases', path: '/cases', icon: CaseIcon, holds: '{-$caseId}', serves: true, useCount: useCasesCount, load: () => import('#desk/web/DeskScreen.tsx').then((m) => m.DeskScreen) },
      { key: 'heat', path: '/boiling', icon: HeatIcon, serves: true, useCount: useBoilingCount, load: () => import('#heat/web/BoilingScreen.tsx').then((m) => m.BoilingScreen) },
      { key: 'requests', path: '/requests', icon: RequestIcon, useCount: useRequestsCount, load: () => import('#requests/web/RequestsScreen.tsx').then((m) => m.RequestsScreen) },
      { key: 'promises', path: '/promises', icon: PromiseIcon, serves: true, useCount: usePromisesCount, load: () => import('#promises/web/PromisesScreen.tsx').then((m) => m.PromisesScreen) },
      { key: 'incidents', path: '/incidents', icon: IncidentIcon, load: () => import('#incidents/web/IncidentsScreen.tsx').then((m) => m.IncidentsScreen) },
    ],
  },
  {
    key: 'listening',
    places: [
      { key: 'voices', path: '/voices', icon: VoicesIcon, holds: '{-$themeId}', useCount: useVoicesCount, load: () => import('#voices/web/board/BoardScreen.tsx').then((m) => m.BoardScreen) },
      { key: 'complaints', path: '/complaints', icon: ComplaintIcon, serves: true, useCount: useComplaintsCount, load: () => import('#complaints/web/ComplaintsScreen.tsx').then((m) => m.ComplaintsScreen) },
      { key: 'opportunities', path: '/opportunities', icon: OpportunityIcon, holds: '{-$opportunityId}', useCount: useOpportunitiesCount, load: () => import('#opportunities/web/OpportunitiesScreen.tsx').then((m) => m.OpportunitiesScreen) },
      { key: 'surveys', path: '/surveys', icon: SurveyIcon, load: () => import('#surveys/web/SurveysScreen.tsx').then((m) => m.SurveysScreen) },
    ],
  },
  {
    key: 'house',
    places: [
      { key: 'management', path: '/management', icon: WeekIcon, load: () => import('#reports/web/ManagementScreen.tsx').then((m) => m.ManagementScreen) },
      { key: 'settings', path: '/settings', icon: SettingsIcon, load: () => import('#people/web/settings/SettingsScreen.tsx').then((m) => m.SettingsScreen) },
    ],
  },
];

/** A screen that is not a place of the rail: what a place opens (`/cases/$id`), and what stands outside the rail (`/sign-in`). */
export interface Screen {
  path: string;
  load: Load;
  /** Without the rail around it. */
  bare?: boolean;
}

export const screens: readonly Screen[] = [
  { path: '/customers/$id', load: () => import('./customer/CustomerScreen.tsx').then((m) => m.CustomerScreen) },
  { path: '/management/cases', load: () => import('#reports/web/CasesBehindScreen.tsx').then((m) => m.CasesBehindScreen) },
  { path: '/management/recipients', load: () => import('#reports/web/RecipientsScreen.tsx').then((m) => m.RecipientsScreen) },
  { path: '/incidents/$id', load: () => import('#incidents/web/IncidentScreen.tsx').then((m) => m.IncidentScreen) },
  { path: '/complaints/$id', load: () => import('./complaint/ComplaintScreen.tsx').then((m) => m.ComplaintScreen) },
  { path: '/settings/complaint-terms', load: () => import('#complaints/web/TermsScreen.tsx').then((m) => m.TermsScreen) },
  { path: '/surveys/$id', load: () => import('#surveys/web/SurveyScreen.tsx').then((m) => m.SurveyScreen) },
  { path: '/sign-in', bare: true, load: () => import('#people/web/SignInScreen.tsx').then((m) => m.SignInScreen) },
  { path: '/password', bare: true, load: () => import('#people/web/PasswordScreen.tsx').then((m) => m.PasswordScreen) },
  { path: '/invitation', bare: true, load: () => import('#people/web/InvitationScreen.tsx').then((m) => m.InvitationScreen) },
  { path: '/setup', bare: true, load: () => import('./setup-screen.tsx').then((m) => m.SetupScreen) },
  { path: '/account', load: () => import('#people/web/account/AccountScreen.tsx').then((m) => m.AccountScreen) },
  { path: '/settings/people', load: () => import('#people/web/settings/PeopleScreen.tsx').then((m) => m.PeopleScreen) },
  { path: '/settings/departments', load: () => import('#people/web/settings/DepartmentsScreen.tsx').then((m) => m.DepartmentsScreen) },
  { path: '/settings/calendars', load: () => import('#people/web/settings/CalendarsScreen.tsx').then((m) => m.CalendarsScreen) },
  { path: '/settings/calendars/$id', load: () => import('#people/web/settings/CalendarsScreen.tsx').then((m) => m.CalendarScreen) },
  { path: '/settings/agreements', load: () => import('#requests/web/settings/AgreementsScreen.tsx').then((m) => m.AgreementsScreen) },
  { path: '/settings/templates', load: () => import('#requests/web/settings/TemplatesScreen.tsx').then((m) => m.TemplatesScreen) },
  { path: '/settings/third-parties', load: () => import('#referrals/web/ThirdPartiesScreen.tsx').then((m) => m.ThirdPartiesScreen) },
  { path: '/settings/topics', load: () => import('#voices/web/TopicsScreen.tsx').then((m) => m.TopicsScreen) },
  { path: '/settings/mailboxes', load: () => import('#channels/email/web/MailboxesScreen.tsx').then((m) => m.MailboxesScreen) },
  { path: '/settings/mailboxes/$id', load: () => import('#channels/email/web/MailboxScreen.tsx').then((m) => m.MailboxScreen) },
  { path: '/settings/mail', load: () => import('#channels/email/web/IncomingMailScreen.tsx').then((m) => m.IncomingMailScreen) },
  { path: '/settings/chats', load: () => import('#channels/chat/web/ChatsScreen.tsx').then((m) => m.ChatsScreen) },
  { path: '/settings/forms', load: () => import('#channels/forms/web/FormsScreen.tsx').then((m) => m.FormsScreen) },
  { path: '/settings/heard', load: () => import('#channels/heard/web/settings/HeardScreen.tsx').then((m) => m.HeardScreen) },
  { path: '/settings/heard/$id', load: () => import('#channels/heard/web/settings/ImportScreen.tsx').then((m) => m.ImportScreen) },
  { path: '/settings/webhooks', load: () => import('#webhooks/web/WebhooksScreen.tsx').then((m) => m.WebhooksScreen) },
  { path: '/shift', load: () => import('#shifts/web/ShiftScreen.tsx').then((m) => m.ShiftScreen) },
  { path: '/notices', load: () => import('#notices/web/NoticesScreen.tsx').then((m) => m.NoticesScreen) },
];

/** Where the app opens. */
export const home = '/cases';

/** Where who is not signed in is sent, once that screen is in `screens`. */
export const signIn = '/sign-in';
