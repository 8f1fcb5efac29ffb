import type { FastifyReply } from 'fastify';
import { NotFound } from '#base/http/failures.ts';
import { inert } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { companyOf, directors } from '#people/index.ts';
import { minimised } from '#voices/rules.ts';
import { addRecipient, digestByToken, removeRecipient } from './actions/sending.ts';
import { casesPage } from './cases-page.ts';
import * as contract from './contract.ts';
import { digestPdf } from './digest-pdf.ts';
import { digestOf } from './digest.ts';
import { digestPage } from './page.ts';
import { casesBehind, type CaseBehind } from './queries/behind.ts';
import { recipientsNow, sentWeeks } from './queries/sent.ts';
import { weekAt, weekNamed, type Figure, type Week } from './rules.ts';

export const serveReports = (served: Served): void => {
  serveDigest(served);
  serveRecipients(served);
  serveLinks(served);
};

/** The week that was asked for, or the one that runs. One that the calendar does not have, or that is still to come, is not there. */
const weekOf = async ({ db, clock }: Services, name: string | undefined): Promise<Week> => {
  const { timeZone } = await companyOf(db);
  const week = name === undefined ? weekAt(timeZone, clock.now()) : weekNamed(timeZone, name);
  if (week === null || week.from > clock.now()) throw new NotFound();
  return week;
};

const sendPaper = (reply: FastifyReply, paper: Buffer, week: string): FastifyReply =>
  reply.headers({ ...inert(ownPage), 'content-type': 'application/pdf', 'content-disposition': `inline; filename="Presa-${week}.pdf"` }).send(paper);

const shown = 200;

const behind = async ({ db, clock }: Services, asked: { figure: Figure; of: string | undefined; between: Week }): Promise<{ cases: CaseBehind[]; more: boolean }> => {
  const found = await casesBehind(db, { ...asked, now: clock.now(), limit: shown + 1 });
  return { cases: found.slice(0, shown), more: found.length > shown };
};

/** For whoever does not work on cases: a subject may hold the customer's name, or a number of theirs. */
const unnamed = ({ customer, words: _words, ...one }: CaseBehind): Omit<CaseBehind, 'customer' | 'words'> => ({ ...one, subject: minimised(one.subject, customer) });

const serveDigest = (served: Served): void => {
  served.member(contract.readDigest, async ({ services, query }) => digestOf(services.db, await weekOf(services, query.week), services.clock.now()));
  served.member(contract.printDigest, async ({ services, query, language, reply }) => {
    const week = await weekOf(services, query.week);
    return sendPaper(reply, await digestPdf(await digestOf(services.db, week, services.clock.now()), language), week.name);
  });
  served.member(contract.casesBehind, async ({ services, caller, query }) => {
    const between = await weekOf(services, query.week);
    const { cases, more } = await behind(services, { figure: query.figure, of: query.of, between });
    const mayOpen = caller.roles.some((role) => role === 'agent' || role === 'lead' || role === 'admin');
    const items = cases.map((one) => ({ ...(mayOpen ? one : { ...unnamed(one), customer: null, words: null }), at: one.at.toISOString(), mayOpen }));
    return { items, more };
  });
  served.member(contract.sentDigests, async ({ services }) => {
    const { timeZone } = await companyOf(services.db);
    const sent = await sentWeeks(services.db);
    return { items: sent.map(({ week, madeAt, recipients }) => ({ week, madeAt: madeAt.toISOString(), recipients: recipients ?? 0, monday: weekNamed(timeZone, week)?.monday ?? '' })) };
  });
};

const serveRecipients = (served: Served): void => {
  served.member(contract.listRecipients, async ({ services }) => ({
    management: (await directors(services.db)).map(({ id, name, email }) => ({ id, name, email })),
    items: (await recipientsNow(services.db)).map(({ addedAt, ...one }) => ({ ...one, addedAt: addedAt.toISOString() })),
  }));
  served.member(contract.addRecipient, ({ services, caller, body }) => inWork(services, caller.actor, (work) => addRecipient(work, body)));
  served.member(contract.removeRecipient, ({ services, caller, params }) => inWork(services, caller.actor, (work) => removeRecipient(work, params.id)));
};

// Not in a sandbox: browsers then show no PDF that it leads to.
const ownPage = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const sendPage = (reply: FastifyReply, page: string): FastifyReply => reply.headers({ ...inert(ownPage), 'content-type': 'text/html; charset=utf-8' }).send(page);
const addressOf = (token: string): string => `/api/digests/${token}`;

const serveLinks = (served: Served): void => {
  served.open(contract.openDigest, async ({ services, params, reply }) => {
    const now = services.clock.now();
    const { figures, language } = await digestByToken(services.db, params.token, now);
    return sendPage(reply, digestPage({ digest: contract.digestView.parse(figures), language, at: addressOf(params.token), publicUrl: services.config.publicUrl, now }));
  });
  served.open(contract.openDigestCases, async ({ services, params, query: { figure, of }, reply }) => {
    const now = services.clock.now();
    const { figures, language } = await digestByToken(services.db, params.token, now);
    const { week, timeZone } = contract.digestView.parse(figures);
    const between = await weekOf(services, week);
    const { cases, more } = await behind(services, { figure, of, between });
    return sendPage(reply, casesPage({ figure, week: between, cases: cases.map(unnamed), more, language, back: addressOf(params.token), timeZone, now }));
  });
  served.open(contract.openDigestPdf, async ({ services, params, reply }) => {
    const { figures, language } = await digestByToken(services.db, params.token, services.clock.now());
    const digest = contract.digestView.parse(figures);
    return sendPaper(reply, await digestPdf(digest, language), digest.week);
  });
};
