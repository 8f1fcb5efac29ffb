import { z } from 'zod';
import { BadInput, NotFound } from '#base/http/failures.ts';
import { inert, sendDownload } from '#base/http/from-outside.ts';
import type { Asked, Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal, type RefusalWords } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { inWork, type Work } from '#base/work.ts';
import { accessCase, linkByToken, speakIn, survivorOf, type OpenedLink } from '#cases/index.ts';
import type { Intake } from '#channels/intake.ts';
import { storeUploads } from '#channels/store-uploads.ts';
import { setWishes } from '#customers/index.ts';
import { customerRefusals } from '#customers/texts.ts';
import * as actions from './actions.ts';
import { actorOf } from './actor.ts';
import { calendarFile, type CalendarEntry } from './calendar-file.ts';
import type { CustomerPageView } from './contract.ts';
import * as contract from './plain-contract.ts';
import { pageOf } from './page.ts';
import { acts, readForm, type Act, type Filled } from './plain-form.ts';
import { plainPage, type PlainPage } from './plain-page.ts';
import { plainTexts } from './plain-texts.ts';
import * as queries from './queries.ts';
import { fileFor, saidTo, wishesOf } from './said.ts';
import { customerPageRefusals, customerPageTexts } from './texts.ts';

// Its own forms, its own style, and nothing else.
const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const open = async (services: Services, token: string): Promise<OpenedLink> => {
  const link = await linkByToken(services.db, token, services.clock.now());
  if (link === undefined) throw new NotFound();
  return link;
};

/** Whose words, of which case, and since when: one answer for the page and for its files. */
const askedFor = async ({ db }: Services, link: OpenedLink) => {
  const caseId = await survivorOf(db, link.caseId);
  const { customerId } = await queries.caseFacts(db, caseId, link.customerId);
  return { caseId, readerId: link.customerId, since: customerId === link.customerId ? null : await queries.tookPartAt(db, caseId, link.customerId, link.id) };
};

const pathOf = (token: string): string => `/api/customer-page/${token}/plain`;

interface Showing {
  readonly token: string;
  notice(language: Language): PlainPage['notice'];
}

const show = async ({ services, reply }: Asked, { token, notice }: Showing) => {
  const link = await open(services, token);
  const now = services.clock.now();
  const page = await pageOf(services.db, link, now);
  const [said, wishes] = [await saidTo(services.db, await askedFor(services, link)), await wishesOf(services.db, link.customerId)];
  const shown = { page, said, wishes, language: page.language, path: pathOf(token), now, notice: notice(page.language) };
  return reply.headers({ ...inert(policy), 'content-type': 'text/html; charset=utf-8' }).send(plainPage(shown));
};

/** The customer says how they want to hear from us; the case speaks their language from now on, where it is theirs. */
const wish = async (work: Work, link: OpenedLink, wishes: Extract<Filled, { act: 'wishes' }>): Promise<Refusal | undefined> => {
  const kept = await setWishes(work, link.customerId, wishes);
  if (isRefusal(kept)) return kept;
  const found = await accessCase(work, await survivorOf(work.tx, link.caseId));
  if (found.customerId === link.customerId) await speakIn(work, found.id, wishes.language);
  return undefined;
};

/** Does what a form asked for; says why where it could not. */
const act = async ({ services }: Asked, intake: Intake, { link, filled }: { link: OpenedLink; filled: Filled }): Promise<Refusal | null> => {
  const files = filled.act === 'write' ? await storeUploads(services.files, filled.files) : [];
  const done = await inWork(services, await actorOf(services, link), async (work): Promise<unknown> => {
    switch (filled.act) {
      case 'write': return actions.addToCase(work, intake, link, { text: filled.text, files });
      case 'solved': return actions.saySolved(work, link);
      case 'unsolved': return actions.sayUnsolved(work, intake, link, filled.text);
      case 'rate': return actions.rate(work, link, filled);
      case 'wishes': return wish(work, link, filled);
    }
  });
  return isRefusal(done) ? done : null;
};

const words: RefusalWords<string> = { ...customerPageRefusals, ...customerRefusals };

/** Why a form did nothing, in the reader's words; undefined where that is a defect of ours. */
const whatWasWrong = (failure: unknown): ((language: Language) => string) | undefined => {
  if (failure instanceof BadInput) return (language) => failure.fields[0]?.words[language] ?? plainTexts[language].pleaseWrite;
  return failure instanceof z.ZodError ? (language) => plainTexts[language].pleaseWrite : undefined;
};

const post = async (asked: Asked & { params: { token: string } }, intake: Intake) => {
  const { token } = asked.params;
  const link = await open(asked.services, token);
  const wrong = async (say: (language: Language) => string) => {
    asked.reply.code(400);
    return show(asked, { token, notice: (language) => ({ words: say(language), isWrong: true }) });
  };
  const filled = await readForm(asked.request.body, String(asked.request.headers['content-type'] ?? '')).catch((failure: unknown) => {
    const say = whatWasWrong(failure);
    if (say === undefined) throw failure;
    return say;
  });
  if (typeof filled === 'function') return wrong(filled);
  const refused = await act(asked, intake, { link, filled });
  if (refused !== null) return wrong((language) => words[refused.refused]?.[language](refused.facts ?? {}) ?? plainTexts[language].pleaseWrite);
  // Read again at an address of its own: reloading it sends nothing twice.
  return asked.reply.redirect(`${pathOf(token)}?done=${filled.act}`, 303);
};

const isAct = (done: string | undefined): done is Act => acts.some((one) => one === done);

/** What has a day for this reader: when they hear next, and what was promised to them. */
const entriesOf = (page: CustomerPageView): CalendarEntry[] => {
  const texts = customerPageTexts[page.language];
  const details = texts.heading(page.companyName, page.caseNumber);
  const uid = (what: string): string => `case-${page.caseNumber}-${what}@presa`;
  const promises = page.steps.flatMap((step) => (step.kind === 'promised' && step.state === 'open' ? [{ uid: uid(step.at), title: `${page.companyName}: ${step.what}`, details, at: new Date(step.dueAt) }] : []));
  const next = page.nextUpdateDueAt === null ? [] : [{ uid: uid('next'), title: `${page.companyName}: ${texts.nextUpdate.toLowerCase()}`, details, at: new Date(page.nextUpdateDueAt) }];
  // A promise is news as well: the same instant stands in a calendar once.
  return [...promises, ...next.filter(({ at }) => !promises.some((one) => one.at.getTime() === at.getTime()))];
};

export const servePlainPage = (served: Served, intake: Intake): void => {
  served.open(contract.readPlainPage, (asked) =>
    show(asked, { token: asked.params.token, notice: (language) => (isAct(asked.query.done) ? { words: plainTexts[language].done[asked.query.done], isWrong: false } : null) }),
  );
  served.open(contract.writeOnPlainPage, (asked) => post(asked, intake));
  served.open(contract.readPlainFile, async ({ services, params, reply }) => {
    const file = await fileFor(services.db, await askedFor(services, await open(services, params.token)), params.fileId);
    if (file === undefined) throw new NotFound();
    await sendDownload(services, file, reply);
    return reply;
  });
  served.open(contract.readCalendar, async ({ services, params, reply }) => {
    const now = services.clock.now();
    const page = await pageOf(services.db, await open(services, params.token), now);
    const file = calendarFile(entriesOf(page), { company: page.companyName, timeZone: page.timeZone, now });
    return reply.headers({ ...inert(), 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': `attachment; filename="C-${page.caseNumber}.ics"` }).send(file);
  });
};
