import type { FastifyReply } from 'fastify';
import { hour } from '#base/clock.ts';
import { Allowances, networkOf } from '#base/http/allowance.ts';
import { NotFound } from '#base/http/failures.ts';
import { inert } from '#base/http/from-outside.ts';
import type { Asked, Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { languages, type Language } from '#base/texts.ts';
import { inWork, system, type Actor, type Work } from '#base/work.ts';
import { customerById } from '#customers/index.ts';
import { companyOf } from '#people/index.ts';
import { accessByKey, accessByToken, type Opened } from './access.ts';
import { beginOpenly, forgetUnasked, giveAnswer, leaveAddress, openResponse } from './actions/answering.ts';
import { settleResponse, type SurveyParts } from './actions/settling.ts';
import * as contract from './contract.ts';
import { surveyPage, type Shown, type SurveyPage } from './page.ts';
import { readFilled, type Filled } from './page-form.ts';
import { pageTexts } from './page-texts.ts';
import { hasRefused, refuse, takeRefusalBack } from './queries/invitations.ts';
import { answersOf, responseById, whoHas } from './queries/responses.ts';
import { askedOf, firstMissing, questionAfter, questionBefore, readAnswer } from './rules.ts';

// Its own forms, its own style, and nothing else; framed by nobody, but where a survey stands on the company's pages as a widget.
const policyFor = (sites: readonly string[]): string => `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors ${sites.length === 0 ? "'none'" : sites.join(' ')}`;

interface Query {
  readonly lang?: Language | undefined;
  readonly q?: string | undefined;
  readonly score?: string | undefined;
  readonly done?: string | undefined;
  readonly at?: string | undefined;
}

interface Showing {
  readonly opened: Opened;
  readonly shown: Shown;
  readonly language: Language;
  readonly path: string;
  readonly carries?: string;
  readonly notice?: string | null;
}

const send = async ({ services, reply }: Asked, showing: Showing): Promise<FastifyReply> => {
  const { opened, shown, language, path, carries = '', notice = null } = showing;
  const company = await companyOf(services.db);
  const answers = opened.response === null ? {} : await answersOf(services.db, opened.response.id);
  const page: SurveyPage = { shown, content: opened.version.content, answers, language, companyName: company.name, path, carries, notice, now: services.clock.now(), timeZone: company.timeZone };
  const sites = opened.response?.way === 'widget' || carries !== '' ? ["'self'", ...opened.survey.rule.origins] : [];
  const headers = { ...inert(policyFor(sites)), 'content-type': 'text/html; charset=utf-8', 'cross-origin-resource-policy': 'cross-origin' };
  // A frame is forbidden by two headers; where our policy allows it, the older one must not forbid it again.
  if (sites.length > 0) reply.raw.removeHeader('x-frame-options');
  return (sites.length > 0 ? reply.removeHeader('x-frame-options') : reply).headers(headers).send(surveyPage(page));
};

const pathOf = (token: string): string => `/api/survey-pages/${token}`;
const isLanguage = (value: string | undefined): value is Language => languages.some((one) => one === value);

/** Their own language, chosen here or known of them; else that of their browser. */
const languageFor = (asked: Asked, { response, invitation }: Opened, lang: string | undefined): Language => {
  const known = response?.language ?? invitation?.language;
  return isLanguage(lang) ? lang : isLanguage(known) ? known : asked.language;
};

const thanks = async (services: Services, responseId: string): Promise<Shown> => {
  const response = await responseById(services.db, responseId);
  const caseId = response?.became_case_id ?? null;
  const found = caseId === null ? undefined : await whoHas(services.db, caseId);
  // To somebody of whom we only have a claimed address the page says nothing about a case.
  return { is: 'thanks', followed: found === undefined || response?.customer_id === null ? null : { number: found.number, ownerName: found.ownerName, nextUpdateDueAt: found.nextUpdateDueAt } };
};

/** What a link shows: where it was left off, or the question that is asked for. */
const whatToShow = async (services: Services, opened: Opened, { q, score }: Query): Promise<Shown> => {
  const { response, invitation, version } = opened;
  if (q === 'stop' && invitation !== null) return { is: 'stop', isStopped: await hasRefused(services.db, invitation.customer_id) };
  if (response !== null && response.settled_at !== null) return thanks(services, response.id);
  const answers = response === null ? {} : await answersOf(services.db, response.id);
  const asked = askedOf(version.content.questions, answers);
  if (q === 'review' && response !== null) return { is: 'review', asksAddress: response.customer_id === null };
  const question = asked.find(({ key }) => key === q) ?? asked[0];
  if (question === undefined) throw new NotFound();
  const chosen = score !== undefined && question === asked[0] && answers[question.key] === undefined && readAnswer(question, [score]) ? score : null;
  return { is: 'question', question, chosen };
};

/** Who acts through a link: its customer, where there is one. */
const actorOf = async (services: Services, { invitation }: Opened): Promise<Actor> => {
  if (invitation === null) return system;
  const customer = await customerById(services.db, invitation.customer_id);
  return { kind: 'customer', id: invitation.customer_id, name: customer?.name ?? '' };
};

/** Where a form leads: to a question or another part of the page, or to the same one with what was wrong. */
type Led = { readonly to: string } | { readonly wrong: string; readonly at: string };

interface Posted {
  readonly opened: Opened;
  readonly filled: Filled;
  readonly language: Language;
}

/** Keeps the answer that a form brought, and says where it leads. */
const goOn = async (work: Work, { opened, filled, language }: Posted): Promise<Led | Refusal> => {
  const { questions } = opened.version.content;
  const response = await openResponse(work, opened, language);
  if (isRefusal(response)) return response;
  const before = await answersOf(work.tx, response.id);
  const question = askedOf(questions, before).find(({ key }) => key === filled.question);
  if (question === undefined) return { to: '' };
  const answer = readAnswer(question, filled.answers);
  const texts = pageTexts[language];
  if (answer === undefined) return { wrong: texts.strange, at: question.key };
  if (filled.act === 'back') {
    if (answer !== null) await giveAnswer(work, response, { question, answer });
    return { to: questionBefore(questions, before, question.key)?.key ?? question.key };
  }
  if (answer === null && question.isNeeded) return { wrong: texts.needed, at: question.key };
  await giveAnswer(work, response, { question, answer });
  await forgetUnasked(work, response, questions);
  return { to: questionAfter(questions, await answersOf(work.tx, response.id), question.key)?.key ?? 'review' };
};

const finish = async (work: Work, parts: SurveyParts, { opened, filled, language }: Posted): Promise<Led | Refusal> => {
  const response = await openResponse(work, opened, language);
  if (isRefusal(response)) return response;
  const missing = firstMissing(opened.version.content.questions, await answersOf(work.tx, response.id));
  if (missing !== null) return { wrong: pageTexts[language].needed, at: missing.key };
  if (filled.email !== '' && response.customer_id === null) {
    if ((await leaveAddress(work, response, filled.email)) !== null) return { wrong: pageTexts[language].address.wrong, at: 'review' };
    await settleResponse(work, parts, { response: { ...response, email: filled.email.toLowerCase() }, isComplete: true });
  } else await settleResponse(work, parts, { response, isComplete: true });
  return { to: '' };
};

const act = async (work: Work, parts: SurveyParts, posted: Posted): Promise<Led | Refusal> => {
  const { opened: { invitation }, filled } = posted;
  if ((filled.act === 'stop' || filled.act === 'restart') && invitation !== null) {
    if (filled.act === 'stop') await refuse(work.tx, invitation.customer_id, work.now);
    else await takeRefusalBack(work.tx, invitation.customer_id);
    return { to: 'stop' };
  }
  return filled.act === 'finish' ? finish(work, parts, posted) : goOn(work, posted);
};

const readPage = async (asked: Asked & { params: { token: string }; query: Query }): Promise<FastifyReply> => {
  const opened = await accessByToken(asked.services.db, asked.params.token, asked.services.clock.now());
  const language = languageFor(asked, opened, asked.query.lang);
  return send(asked, { opened, language, path: pathOf(asked.params.token), shown: await whatToShow(asked.services, opened, asked.query) });
};

/** A link that opens nothing says so as a page: whoever comes here has no use for an error in JSON. */
const closed = (asked: Asked, language: Language): FastifyReply => {
  const nothing = { it: '', en: '' };
  const content = { title: nothing, intro: nothing, questions: [], thanks: nothing };
  const page: SurveyPage = { shown: { is: 'closed' }, content, answers: {}, language, companyName: '', path: '', carries: '', notice: null, now: asked.services.clock.now(), timeZone: 'Europe/Rome', isPreview: true };
  return asked.reply.code(404).headers({ ...inert(policyFor([])), 'content-type': 'text/html; charset=utf-8' }).send(surveyPage(page));
};

const orClosed = (asked: Asked, lang: string | undefined, show: () => Promise<FastifyReply>): Promise<FastifyReply> =>
  show().catch((failure: unknown) => {
    if (failure instanceof NotFound) return closed(asked, isLanguage(lang) ? lang : asked.language);
    throw failure;
  });

const nothingFilled: Filled = { act: '', question: '', answers: [], email: '', unseen: '' };

const readForm = async ({ request }: Asked): Promise<Filled> => (await readFilled(request.body, String(request.headers['content-type'] ?? ''))) ?? nothingFilled;

const goTo = (reply: FastifyReply, path: string, query: Readonly<Record<string, string>>): FastifyReply => reply.redirect(`${path}?${new URLSearchParams(query)}`, 303);

const postPage = async (asked: Asked & { params: { token: string }; query: Query }, parts: SurveyParts): Promise<FastifyReply> => {
  const { services, reply, params: { token } } = asked;
  const opened = await accessByToken(services.db, token, services.clock.now());
  const language = languageFor(asked, opened, asked.query.lang);
  const led = await inWork(services, await actorOf(services, opened), async (work) => act(work, parts, { opened, filled: await readForm(asked), language }));
  // Settled already, in another window or by the clock: the thanks say so.
  if (isRefusal(led)) return goTo(reply, pathOf(token), { lang: language });
  if ('to' in led) return goTo(reply, pathOf(token), { ...(led.to === '' ? {} : { q: led.to }), lang: language });
  reply.code(400);
  const again = await accessByToken(services.db, token, services.clock.now());
  return send(asked, { opened: again, language, path: pathOf(token), notice: led.wrong, shown: await whatToShow(services, again, { q: led.at }) });
};

/** One network may begin so many an hour; a household or an office answers less, a program soon no more. */
const openPace = { times: 40, within: hour };

interface OpenAsked extends Asked {
  readonly params: { readonly key: string };
  readonly query: Query;
}

const openPath = (key: string): string => `/api/open-surveys/${key}`;
const openWay = (at: string | undefined): 'link' | 'widget' => (at === undefined ? 'link' : 'widget');
const carried = (at: string | undefined): string => (at === undefined ? '' : `&at=${encodeURIComponent(at)}`);

const showOpen = async (asked: OpenAsked, notice: string | null): Promise<FastifyReply> => {
  const { services, params: { key }, query: { lang, at } } = asked;
  const opened = await accessByKey(services.db, key, openWay(at));
  const language = isLanguage(lang) ? lang : asked.language;
  return send(asked, { opened, language, path: openPath(key), carries: carried(at), notice, shown: await whatToShow(services, opened, {}) });
};

const postOpen = async (asked: OpenAsked, allowances: Allowances): Promise<FastifyReply> => {
  const { services, request, reply, params: { key }, query: { lang, at } } = asked;
  const now = services.clock.now();
  const way = openWay(at);
  const opened = await accessByKey(services.db, key, way);
  const language = isLanguage(lang) ? lang : asked.language;
  const filled = await readForm(asked);
  const [question] = opened.version.content.questions;
  const answer = question === undefined ? undefined : readAnswer(question, filled.answers);
  if (question === undefined || filled.unseen !== '' || answer === undefined || (answer === null && question.isNeeded)) {
    reply.code(400);
    return showOpen(asked, answer === null ? pageTexts[language].needed : pageTexts[language].strange);
  }
  allowances.take(`survey ${key} ${networkOf(request.ip)}`, openPace, now);
  const { token, to } = await inWork(services, system, async (work) => {
    const begun = await beginOpenly(work, opened, { language, way });
    await giveAnswer(work, begun.response, { question, answer });
    const answers = answer === null ? {} : { [question.key]: answer };
    return { token: begun.token, to: questionAfter(opened.version.content.questions, answers, question.key)?.key ?? 'review' };
  });
  return goTo(reply, pathOf(token), { q: to, lang: language });
};

/** The pages without an account: by the link of a mail, and by the public link or the widget. */
export const serveSurveyPages = (served: Served, parts: SurveyParts): void => {
  const allowances = new Allowances();
  served.open(contract.readSurveyPage, (asked) => orClosed(asked, asked.query.lang, () => readPage(asked)));
  served.open(contract.answerSurveyPage, (asked) => orClosed(asked, asked.query.lang, () => postPage(asked, parts)));
  served.open(contract.readOpenPage, (asked) => orClosed(asked, asked.query.lang, () => showOpen(asked, null)));
  served.open(contract.answerOpenPage, (asked) => orClosed(asked, asked.query.lang, () => postOpen(asked, allowances)));
};
