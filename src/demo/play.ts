import type { Instant } from '#base/clock.ts';
import type { Route } from '#base/contract.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import * as cases from '#cases/contract.ts';
import type { Channel } from '#channels/contract.ts';
import { storeRaw } from '#channels/email/index.ts';
import type { Intake } from '#channels/intake.ts';
import { logHeard } from '#channels/heard/contract.ts';
import { logCall } from '#channels/phone/contract.ts';
import * as page from '#customer-page/contract.ts';
import * as promises from '#promises/contract.ts';
import * as requests from '#requests/contract.ts';
import { answerByLink } from '#surveys/index.ts';
import { serviceAddress, type CasaLumina, type DepartmentKey, type PersonKey } from './company.ts';
import { bounceOf, bytesOf, type DemoFile } from './mails.ts';
import * as kept from './queries.ts';

/** Calls the API as somebody, typed by the contract; throws where it is refused. */
export type Ask = <Input, Handled, Output>(route: Route<Input, Handled, Output>, ...given: unknown extends Input ? [input?: undefined] : [input: Input]) => Promise<Output>;

/** Where the stories are played: the whole program, on a clock that stands where the story is. */
export interface Stage {
  readonly services: Services;
  readonly company: CasaLumina;
  readonly intake: Intake;
  as(person: PersonKey): Ask;
  readonly visitor: Ask;
  /** Files the mail that came. */
  file(): Promise<void>;
  /** Sends what was written. */
  send(): Promise<void>;
}

/** Something that happens at an instant. */
export interface Scene {
  readonly at: Instant;
  play(stage: Stage): Promise<void>;
}

export const at = (when: Instant, play: (stage: Stage) => Promise<void>): Scene => ({ at: when, play });

/** One customer's case while it is told. `from` is how they sign their mail: `Elena Marchetti <elena@posta.example>`. */
export interface Thread {
  readonly from: string;
  id: string;
  customerId: string;
  requestId: string;
  firstMail: string;
}

export const thread = (from: string): Thread => ({ from, id: '', customerId: '', requestId: '', firstMail: '' });

interface Written {
  readonly subject: string;
  readonly text: string;
  readonly files?: readonly DemoFile[];
  readonly to?: string;
}

let written = 0;
const mailId = (now: Instant): string => `${now.getTime().toString(36)}.${(written += 1)}@posta.example`;

const receive = async (stage: Stage, raw: Buffer, envelopeTo: string) => {
  const { id } = await storeRaw(stage.services, { raw, via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [envelopeTo] });
  await stage.file();
  return kept.whatBecameOf(stage.services.db, id);
};

/** The first mail of a case. */
export const opens = (it: Thread, { subject, text, files = [], to = serviceAddress }: Written) => async (stage: Stage): Promise<void> => {
  const date = stage.services.clock.now();
  it.firstMail = mailId(date);
  const { caseId, state } = await receive(stage, bytesOf({ from: it.from, to, subject, text, files, messageId: it.firstMail, date }), to);
  if (caseId === null) throw new Error(`The demo's mail "${subject}" is ${state} and opened no case.`);
  it.id = caseId;
  it.customerId = await kept.customerOfCase(stage.services.db, caseId);
};

/** The customer writes again: to our last answer, or to their own first mail while there is none. */
export const writes = (it: Thread, text: string, files: readonly DemoFile[] = []) => async (stage: Stage): Promise<void> => {
  const date = stage.services.clock.now();
  const last = await kept.lastReply(stage.services, it.id);
  const to = last?.replyTo ?? serviceAddress;
  const mail = { from: it.from, to, subject: `Re: ${await kept.subjectOf(stage.services.db, it.id)}`, text, files, messageId: mailId(date), inReplyTo: last?.messageId ?? it.firstMail, date };
  const { caseId } = await receive(stage, bytesOf(mail), to);
  if (caseId !== it.id) throw new Error(`The demo's "${text.slice(0, 40)}" did not reach its case.`);
};

/** A mail that is nobody's case: a machine's, a broken one. */
export const arrives = (raw: (now: Instant) => Buffer) => async (stage: Stage): Promise<void> => {
  await receive(stage, raw(stage.services.clock.now()), serviceAddress);
};

interface InPublic {
  readonly channel: Channel;
  readonly handle: string;
  readonly name: string;
  readonly text: string;
}

/** Something said where everybody reads it; on the case that is there, if there is one. */
/** A colleague notes a review or a post that they saw: it joins the case of the customer whose words they know it to be. */
export const hears = (it: Thread, who: PersonKey, body: { readonly url: string; readonly handle: string; readonly name: string; readonly text: string }) => async (stage: Stage): Promise<void> => {
  await stage.as(who)(logHeard, { body: { ...body, caseId: it.id } });
};

export const says = (it: Thread, { channel, handle, name, text }: InPublic) => async (stage: Stage): Promise<void> => {
  const { services, intake } = stage;
  const filed = await inWork(services, system, (work) =>
    intake.contact(work, {
      channel, at: work.now, from: { kind: 'handle', value: handle, name }, subject: null, text, folded: '', html: null, files: [], language: 'it', departmentId: null,
      answers: it.id === '' ? null : { caseId: it.id, proof: 'chosen' }, rawMailId: null, isAutomatic: false, loggedBy: null,
    }),
  );
  it.id = filed.caseId;
  it.customerId = await kept.customerOfCase(services.db, filed.caseId);
};

export const takes = (it: Thread, who: PersonKey) => async (stage: Stage): Promise<void> => {
  await stage.as(who)(cases.takeCharge, { params: { id: it.id } });
};

interface Question {
  readonly department: DepartmentKey;
  readonly question: string;
  readonly why: string;
  readonly choices?: readonly { readonly label: string; readonly asksDate?: string }[];
}

export const asks = (it: Thread, who: PersonKey, { department, question, why, choices = [] }: Question) => async (stage: Stage): Promise<void> => {
  const body = { departmentId: stage.company.departments[department], question, why, choices: [...choices] };
  it.requestId = (await stage.as(who)(requests.sendRequest, { params: { id: it.id }, body })).id;
};

interface Answer {
  readonly text: string;
  readonly act: cases.ReplyAct;
  /** When they hear next, where nothing is promised. */
  readonly until?: Instant;
  readonly promise?: { readonly text: string; readonly dueAt: Instant; readonly rests?: boolean };
  /** Keeps every promise that is open. */
  readonly keeps?: boolean;
  readonly moves?: { readonly dueAt: Instant; readonly reason: string };
  readonly files?: readonly DemoFile[];
}

export const replies = (it: Thread, who: PersonKey, answer: Answer) => async (stage: Stage): Promise<void> => {
  const ask = stage.as(who);
  const params = { id: it.id };
  const open = (await ask(promises.promisesOfCase, { params })).items.filter(({ state }) => state === 'open' || state === 'in_danger' || state === 'broken');
  const { promise, moves, until, text, act } = answer;
  const attachments = await Promise.all((answer.files ?? []).map(({ name, type, content }) => ask(cases.uploadAttachment, { params, body: { name, type, base64: content.toString('base64') } })));
  const body = {
    text, act, undoSeconds: 0, seenEventId: await kept.lastEvent(stage.services.db, it.id), nextUpdateAt: until?.toISOString() ?? null, attachmentIds: attachments.map(({ id }) => id),
    preparedId: await kept.preparedReply(stage.services.db, it.id),
    commitments: {
      makes: promise === undefined ? [] : [{ text: promise.text, dueAt: promise.dueAt.toISOString(), requestId: promise.rests === true ? it.requestId : null }],
      keeps: answer.keeps === true ? open.map(({ id }) => id) : [],
      moves: moves === undefined ? [] : open.filter(({ state }) => state !== 'broken').map(({ id }) => ({ promiseId: id, dueAt: moves.dueAt.toISOString(), reason: moves.reason })),
    },
  };
  await ask(cases.sendReply, { params, body });
  await stage.send();
};

/** A department answers by replying to the mail that it got, as most of them do. */
export const answers = (it: Thread, from: string, text: string) => async (stage: Stage): Promise<void> => {
  const date = stage.services.clock.now();
  const asked = await kept.requestMail(stage.services, it.requestId);
  const address = /<(.+)>/u.exec(from)?.[1] ?? from;
  const { caseId } = await receive(stage, bytesOf({ from, to: asked.replyTo, subject: `Re: ${asked.subject}`, text, messageId: mailId(date), inReplyTo: asked.messageId, date }), asked.replyTo);
  if (caseId !== it.id) throw new Error(`The answer of ${address} did not reach its case.`);
};

/** Somebody of the department opens the page behind the link in their mail. */
export const seesRequest = (it: Thread) => async (stage: Stage): Promise<void> => {
  const { text } = await kept.requestMail(stage.services, it.requestId);
  await stage.visitor(requests.markSeen, { params: { token: /\/r\/([\w-]+)/u.exec(text)?.[1] ?? '' } });
};

interface Note {
  readonly text: string;
  readonly mentions: readonly PersonKey[];
}

export const notes = (it: Thread, who: PersonKey, { text, mentions }: Note) => async (stage: Stage): Promise<void> => {
  await stage.as(who)(cases.writeNote, { params: { id: it.id }, body: { text, mentions: mentions.map((one) => stage.company.people[one].id) } });
};

export const calls = (it: Thread, who: PersonKey, text: string) => async (stage: Stage): Promise<void> => {
  const { caseId } = await stage.as(who)(logCall, { body: { customerId: it.customerId, caseId: it.id === '' ? null : it.id, text } });
  it.id = caseId;
};

const pageToken = async (stage: Stage, it: Thread): Promise<string> => /\/c\/([\w-]+)/u.exec((await kept.lastReply(stage.services, it.id))?.text ?? '')?.[1] ?? '';

export const looksAtPage = (it: Thread) => async (stage: Stage): Promise<void> => {
  await stage.visitor(page.pageOpened, { params: { token: await pageToken(stage, it) } });
};

export const rates = (it: Thread, score: number, words = '') => async (stage: Stage): Promise<void> => {
  await stage.visitor(page.ratePage, { params: { token: await pageToken(stage, it) }, body: { score, words } });
};

/** The customer answers the survey about their case, if they were asked: as on its page, question by question. */
export const answersSurvey = (it: Thread, given: Readonly<Record<string, string>>) => async (stage: Stage): Promise<void> => {
  const token = await kept.surveyToken(stage.services, it.id);
  if (token !== null) await answerByLink(stage.services, { intake: stage.intake }, { token, given });
};

/** The mail server of the customer sends our last answer back. */
export const bounces = (it: Thread) => async (stage: Stage): Promise<void> => {
  const last = await kept.lastReply(stage.services, it.id);
  await receive(stage, bounceOf(/<(.+)>/u.exec(it.from)?.[1] ?? '', last?.messageId ?? '', stage.services.clock.now()), serviceAddress);
};

/** Anything else that somebody of the company does through the API. */
export const does = (who: PersonKey, act: (ask: Ask, stage: Stage) => Promise<unknown>) => async (stage: Stage): Promise<void> => {
  await act(stage.as(who), stage);
};
