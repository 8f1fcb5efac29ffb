import type { Language } from '#base/texts.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork, system } from '#base/work.ts';
import { openMail } from '#channels/email/index.ts';
import { openForm } from '#channels/forms/contract.ts';
import { createSetupLink } from '#people/index.ts';
import { newRecoveryLink } from '#people/actions/recovery.ts';
import { invitationRoutes } from '#people/contract.ts';
import { addWebhook, sendTest } from '#webhooks/contract.ts';
import { deliverWebhooks } from '#webhooks/index.ts';
import { loadDemo } from '../../src/app/load-demo.ts';
import { complainingPages } from '../built-pages.ts';
import { openRealWeb, type RealWeb } from '../real-web.ts';
import { startApp, type Client, type TestApp } from '../server.ts';
import { filesOfPosts } from './heard.ts';

/** A morning in service hours, so that the demo has somebody at every stage of waiting. */
const morning = '2026-11-26T10:00:00+01:00';

/** The demo company, an installation that nobody has set up yet, and a browser for both. */
export interface WalkedCompany {
  readonly app: TestApp;
  readonly web: RealWeb;
  /** Giulia, as whom a visitor looks around: in the demo she serves, leads and administers. */
  readonly giulia: { readonly id: string };
  readonly headers: Readonly<Record<string, string>>;
  /** What leads to the screens that take a link or an id. */
  addresses(language: Language): Promise<Addresses>;
  stop(): Promise<void>;
}

/** Every one with its host, ready to be gone to. */
export interface Addresses {
  readonly cases: { readonly elena: string; readonly queued: string; readonly resolved: string; readonly merged: string };
  readonly customer: string;
  readonly incident: string;
  /** Themes in every state, the whole board of some, and what is in no theme. */
  readonly voices: readonly string[];
  readonly complaint: string;
  readonly calendar: string;
  readonly mailbox: string;
  readonly invitation: string;
  readonly setup: string;
  readonly recovery: string;
  readonly customersPage: { readonly waiting: string; readonly solved: string };
  readonly answerPage: { readonly late: string; readonly answered: string };
  readonly form: string;
  readonly imports: { readonly ready: string; readonly done: string };
  readonly opportunity: string;
  readonly opportunityPage: string;
  readonly survey: string;
  readonly surveyPage: string;
}

/** The newest link of that kind in a mail about a case of that status. Links are kept as hashes: only the mail has them. */
const linkInMail = async ({ db, services }: TestApp, kind: 'c' | 'r' | 'o', { status, isAnswered }: { status: readonly string[]; isAnswered?: boolean }): Promise<string> => {
  const rows = await db.selectFrom('outbox').innerJoin('cases', 'cases.id', 'outbox.case_id').leftJoin('requests', 'requests.id', 'outbox.request_id')
    .where('cases.status', 'in', status).select(['mail', 'requests.answered_at']).orderBy('outbox.created_at', 'desc').orderBy('outbox.id', 'desc').execute();
  const suiting = rows.filter(({ answered_at: at }) => isAnswered === undefined || (at !== null) === isAnswered);
  const found = suiting.map(({ mail }) => new RegExp(`/${kind}/[\\w-]+`, 'u').exec(openMail(services.secrets, mail).text)?.[0]).find((link) => link !== undefined);
  if (found === undefined) throw new Error(`No mail of the demo has a link /${kind}/ about a case that is ${status.join(' or ')}.`);
  return found;
};

/** The questions of a survey for a customer who has not answered yet. */
const surveyLink = async ({ db, services }: TestApp, language: Language): Promise<string> => {
  const row = await db.selectFrom('survey_invitations').innerJoin('outbox', 'outbox.id', 'outbox_id').leftJoin('survey_responses', 'survey_responses.invitation_id', 'survey_invitations.id')
    .where('survey_responses.id', 'is', null).orderBy('outbox.created_at', 'desc').select('mail').executeTakeFirstOrThrow();
  const [first] = openMail(services.secrets, row.mail).choices?.list ?? [];
  const token = /\/s\/([\w-]+)/u.exec(first?.url ?? '')?.[1];
  if (token === undefined) throw new Error('A survey’s mail of the demo has no link.');
  return `/api/survey-pages/${token}?lang=${language}`;
};

const casesOf = async ({ db }: TestApp): Promise<Addresses['cases']> => {
  const newest = (status: readonly string[]) => db.selectFrom('cases').innerJoin('customers', 'customers.id', 'cases.customer_id')
    .where('cases.status', 'in', status).select('cases.id').orderBy('cases.opened_at', 'desc').limit(1);
  const [elena, queued, resolved, merged] = await Promise.all([
    newest(['waiting_department']).where('customers.name', '=', 'Elena Marchetti').executeTakeFirstOrThrow(),
    newest(['new']).executeTakeFirstOrThrow(),
    newest(['resolved']).executeTakeFirstOrThrow(),
    db.selectFrom('merges').select('into_id as id').limit(1).executeTakeFirstOrThrow(),
  ]);
  return { elena: `/cases/${elena.id}`, queued: `/cases/${queued.id}?list=queue`, resolved: `/cases/${resolved.id}?list=done`, merged: `/cases/${merged.id}` };
};

const voicesOf = async ({ db }: TestApp): Promise<string[]> => {
  const themeId = async (title: string): Promise<string> => (await db.selectFrom('themes').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id;
  const [undecided, taken, left] = [await themeId('La consegna in due colli non è spiegata'), await themeId('Sapere il giorno della consegna già nel carrello'), await themeId('Un paralume rosso')];
  return [`/voices/${undecided}`, `/voices/${taken}?list=taken`, `/voices/${left}?list=left`, '/voices?list=shipped', '/voices?list=proposed', '/voices?list=loose'];
};

const setUpLink = async (address: string, { services }: TestApp): Promise<string> => {
  const token = await createSetupLink(services);
  if (isRefusal(token)) throw new Error(token.refused);
  return `${address}/setup#${token}`;
};

interface Walked {
  readonly app: TestApp;
  readonly web: RealWeb;
  /** A new one would spend it. */
  readonly setup: string;
  readonly recovery: string;
  readonly admin: Client;
  readonly form: string;
  readonly imports: Addresses['imports'];
}

/** Of a forgotten password. From where its mail has it: the demo itself sends none. */
const recoveryLink = async ({ services }: TestApp, memberId: string): Promise<string> => {
  const { pathname, hash } = new URL(await inWork(services, system, (work) => newRecoveryLink(work, memberId)));
  return pathname + hash;
};

const addressesOf = async ({ app, web, setup, recovery, admin, form, imports }: Walked, language: Language): Promise<Addresses> => {
  const { db } = app;
  const one = async (table: 'calendars' | 'mailboxes' | 'customers', name: string): Promise<string> =>
    (await db.selectFrom(table).select('id').where(table === 'mailboxes' ? 'address' : 'name', '=', name).executeTakeFirstOrThrow()).id;
  const { departmentId } = await db.selectFrom('cases').select('department_id as departmentId').limit(1).executeTakeFirstOrThrow();
  const { link } = await admin.call(invitationRoutes.invite, { body: { name: 'Rita Colombo', email: `rita.colombo.${language}.${Math.random()}@casalumina.example`, language, roles: ['agent'], level: 1, departmentId } });
  const isOver = ['resolved', 'closed'];
  const paths: Addresses = {
    cases: await casesOf(app),
    customer: `/customers/${await one('customers', 'Elena Marchetti')}`,
    incident: `/incidents/${(await db.selectFrom('incidents').select('id').executeTakeFirstOrThrow()).id}`,
    voices: await voicesOf(app),
    complaint: `/complaints/${(await db.selectFrom('complaints').select('id').executeTakeFirstOrThrow()).id}`,
    calendar: `/settings/calendars/${await one('calendars', 'Servizio')}`,
    mailbox: `/settings/mailboxes/${await one('mailboxes', 'assistenza@casalumina.example')}`,
    invitation: new URL(link).pathname + new URL(link).hash,
    setup,
    recovery,
    customersPage: { waiting: await linkInMail(app, 'c', { status: ['waiting_department'] }), solved: await linkInMail(app, 'c', { status: isOver }) },
    answerPage: { late: await linkInMail(app, 'r', { status: ['waiting_department'], isAnswered: false }), answered: await linkInMail(app, 'r', { status: isOver, isAnswered: true }) },
    form,
    imports,
    opportunity: `/opportunities/${(await db.selectFrom('opportunities').select('id').executeTakeFirstOrThrow()).id}`,
    opportunityPage: await linkInMail(app, 'o', { status: ['waiting_customer', 'open', 'waiting_department'] }),
    survey: `/surveys/${(await db.selectFrom('surveys').select('id').executeTakeFirstOrThrow()).id}`,
    surveyPage: await surveyLink(app, language),
  };
  const whole = (path: string): string => new URL(path, web.address).href;
  const all = <Part extends Readonly<Record<string, string>>>(part: Part): Part => Object.fromEntries(Object.entries(part).map(([key, path]) => [key, whole(path)])) as Part;
  const { cases, customersPage, answerPage, voices, imports: files, ...single } = paths;
  return { ...all(single), voices: voices.map(whole), cases: all(cases), customersPage: all(customersPage), answerPage: all(answerPage), imports: all(files) };
};

/** Starts all of it; some fifteen seconds, most of them the demo's own. */
export const startWalkedCompany = async (): Promise<WalkedCompany> => {
  const env = { PRESA_URL: 'http://127.0.0.1' };
  const [app, empty] = [await startApp({ at: morning, env }), await startApp({ at: morning, env })];
  const loaded = await loadDemo(app.services, 'it');
  const giulia = { id: loaded.memberId };
  const admin = await app.signIn(giulia);
  const { departmentId } = await app.db.selectFrom('cases').select('department_id as departmentId').limit(1).executeTakeFirstOrThrow();
  const { key } = await admin.call(openForm, { body: { name: 'Assistenza dal sito', departmentId, language: 'it' } });
  const imports = await filesOfPosts(app, admin);
  const webhook = await admin.call(addWebhook, { body: { url: 'https://crm.casalumina.example/presa', description: 'CRM', kinds: ['opportunity.won', 'promise.broken'] } });
  await admin.call(sendTest, { params: { id: webhook.id } });
  await deliverWebhooks(app.services);
  const web = await openRealWeb(app, complainingPages());
  const recovery = await recoveryLink(app, giulia.id);
  const setup = await setUpLink((await web.before(empty)).address, empty);
  return {
    app, web, giulia, headers: await app.signInHeaders(giulia),
    addresses: (language) => addressesOf({ app, web, setup, recovery, admin, form: `/f/${key}`, imports }, language),
    stop: async () => {
      await web.close();
      await app.stop();
      await empty.stop();
    },
  };
};
