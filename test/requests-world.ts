import type { FastifyInstance } from 'fastify';
import { hour } from '#base/clock.ts';
import { openHttp } from '#base/http/server.ts';
import { serveInto } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
import { when, type Handler } from '#base/work.ts';
import { caseEvents } from '#cases/index.ts';
import * as cases from '#cases/contract.ts';
import { caseRefusals } from '#cases/texts.ts';
import { calendarRefusals } from '#calendar/texts.ts';
import { fileMail, storeRaw } from '#channels/email/index.ts';
import { addCustomer } from '#customers/contract.ts';
import * as requests from '#requests/contract.ts';
import { answersAreUsed, climbDue, showWaitsAnew, withdrawWhatIsLeft } from '#requests/index.ts';
import { serveRequests } from '#requests/routes.ts';
import { requestRefusals } from '#requests/texts.ts';
import { intake } from '../src/app/intake.ts';
import { clientOf, type Client } from './client.ts';
import { authenticate } from '#people/authenticate.ts';
import { rawMail, startWorld, type World, type WrittenMail } from './world.ts';

/** A mail to a department, as it stands in the outbox. */
export interface WaitingLetter {
  readonly address: string;
  readonly purpose: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo: string;
  /** The token of the page in it; empty where it has none. */
  readonly token: string;
}

type Asking = Partial<Pick<requests.RequestInput, 'question' | 'why'>> & { choices?: { label: string; asksDate?: string | null }[]; to?: keyof World['departments'] };

/** Casa Lumina with its requests, wired as the program wires them. */
export interface RequestsWorld extends World {
  readonly services: Services;
  readonly http: FastifyInstance;
  readonly visitor: Client;
  client(person: keyof World['people']): Promise<Client>;
  /** A case of Giulia's, for a customer of its own. */
  openCase(): Promise<string>;
  /** Giulia asks the warehouse, unless said otherwise. */
  ask(caseId: string, asking?: Asking): Promise<requests.RequestView>;
  /** What was written about a request, in the order in which it was written. */
  letters(requestId: string): Promise<WaitingLetter[]>;
  /** Kinds of the events of a case, in order. */
  events(caseId: string): Promise<string[]>;
  /** Lets time pass and everything happen that falls due. */
  pass(milliseconds: number, step?: number): Promise<void>;
  /** Hands a department's mail to the pipeline, to the address that it answers to. */
  answersByMail(mail: WrittenMail & { readonly to: string }): Promise<void>;
}

const mine: readonly [string, readonly Handler[]][] = [
  when(caseEvents['case.resolved'], withdrawWhatIsLeft),
  when(caseEvents['case.merged'], showWaitsAnew),
  when(caseEvents['case.unmerged'], showWaitsAnew),
  when(caseEvents['case.replied'], answersAreUsed),
];

const followed = (services: Services): Services => {
  const wiring = new Map(services.wiring);
  for (const [kind, handlers] of mine) {
    const before = wiring.get(kind) ?? [];
    wiring.set(kind, [...before, ...handlers.filter((handler) => !before.includes(handler))]);
  }
  return { ...services, wiring };
};

const question = 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?';
const why = 'La cliente aspetta da martedì e ha già chiamato. Le abbiamo promesso una risposta entro le 16.';
const choices = [{ label: 'È partito' }, { label: 'Non ancora', asksDate: 'Quando parte?' }];

export const startRequestsWorld = async (): Promise<RequestsWorld> => {
  const world = await startWorld();
  const services = followed(world.app.services);
  const http = await openHttp(services);
  const refusalWords = { ...caseRefusals, ...calendarRefusals, ...requestRefusals };
  serveRequests(serveInto({ http, services, authenticate: authenticate(services), refusalWords }));
  const { db, clock } = world.app;
  const client: RequestsWorld['client'] = async (person) => clientOf(http, await world.app.signInHeaders(world.people[person]), 'it');
  let opened = 0;
  return {
    ...world,
    services,
    http,
    visitor: clientOf(http, {}, 'it'),
    client,
    openCase: async () => {
      opened += 1;
      const giulia = await world.as('giulia');
      const identities = [{ kind: 'email' as const, value: `elena.${opened}@posta.example` }];
      const customer = await giulia.call(addCustomer, { body: { name: 'Elena Marchetti', identities, language: 'it' } });
      const { id } = await giulia.call(cases.openCaseByHand, {
        body: { customerId: customer.id, subject: 'Ordine 88213: manca il secondo collo', note: 'Ha chiamato: manca il secondo collo.', language: 'it' },
      });
      return id;
    },
    ask: async (caseId, { to = 'magazzino', ...asking } = {}) =>
      (await client('giulia')).call(requests.sendRequest, { params: { id: caseId }, body: { departmentId: world.departments[to], question, why, choices, ...asking } }),
    letters: async (requestId) => {
      const rows = await db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id')
        .where('request_id', '=', requestId).orderBy('outbox.created_at').orderBy('outbox.id').select(['address', 'purpose', 'mail']).execute();
      return rows.map(({ address, purpose, mail }) => {
        const { subject, text: stored, isSealed, replyTo } = mail as { subject: string; text: string; isSealed?: boolean; replyTo: string };
        const text = isSealed === true ? services.secrets.unseal(stored) : stored;
        return { address, purpose, subject, text, replyTo, token: /\/r\/(?<token>[\w-]{43})/u.exec(text)?.groups?.['token'] ?? '' };
      });
    },
    events: async (caseId) => (await db.selectFrom('events').where('case_id', '=', caseId).orderBy('id').select('kind').execute()).map(({ kind }) => kind),
    pass: async (milliseconds, step = hour / 2) => {
      for (let left = milliseconds; left > 0; left -= step) {
        clock.advance(Math.min(step, left));
        await world.app.sweep();
        await climbDue(services);
      }
    },
    answersByMail: async (mail) => {
      await storeRaw(services, { raw: rawMail(mail), via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [mail.to] });
      await fileMail(services, intake);
    },
    stop: async () => {
      await http.close();
      await world.stop();
    },
  };
};
