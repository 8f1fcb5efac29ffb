import type { FastifyReply } from 'fastify';
import { BadInput } from '#base/http/failures.ts';
import { inert } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import type { Reader } from '#base/db/db.ts';
import { inWork } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { companyOf } from '#people/index.ts';
import { accessComplaintToRead } from './access.ts';
import * as keeping from './actions/keeping.ts';
import * as letters from './actions/letters.ts';
import { registerComplaint } from './actions/registering.ts';
import { addTerm } from './actions/terms.ts';
import * as contract from './contract.ts';
import { registerCsv, statisticsCsv } from './export.ts';
import { statisticsOf } from './figures.ts';
import { complaintPdf } from './file-pdf.ts';
import { complaintsOn, complaintsReceived, countComplaints, listComplaints } from './queries/complaints.ts';
import { entriesOfAll } from './queries/entries.ts';
import type { Period } from './queries/statistics.ts';
import { allTerms, viewOf as termViewOf } from './queries/terms.ts';
import { endOf, hourOn, localDateAt } from './rules.ts';
import { exportTexts } from './texts.ts';
import { inForce, rowOf, viewOf } from './views.ts';

export const serveComplaints = (served: Served): void => {
  serveReading(served);
  serveLetters(served);
  serveKeeping(served);
  serveEntries(served);
  serveTerms(served);
  servePapers(served);
};

const readingOf = async (reader: Reader, now: Date) => ({ timeZone: (await companyOf(reader)).timeZone, now });

const serveReading = (served: Served): void => {
  served.member(contract.listComplaints, async ({ services, query }) => {
    const now = services.clock.now();
    const [{ rows, total }, counts, reading] = await Promise.all([listComplaints(services.db, query, now), countComplaints(services.db, now), readingOf(services.db, now)]);
    return { items: rows.map((row) => rowOf(row, reading)), total, counts };
  });
  served.member(contract.countComplaints, ({ services }) => countComplaints(services.db, services.clock.now()));
  served.member(contract.complaintsOfCase, async ({ services, params }) => {
    await accessCaseToRead(services.db, params.id);
    const reading = await readingOf(services.db, services.clock.now());
    return { items: (await complaintsOn(services.db, params.id)).map((row) => rowOf(row, reading)) };
  });
  served.member(contract.readComplaint, async ({ services, params }) => viewOf(services.db, await accessComplaintToRead(services.db, params.id), services.clock.now()));
};

const serveLetters = (served: Served): void => {
  served.member(contract.registerComplaint, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => registerComplaint(work, params.id, body)));
  served.member(contract.acknowledgeComplaint, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => letters.acknowledge(work, params.id, body)));
  served.member(contract.sendInterim, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => letters.sendInterim(work, params.id, body)));
  served.member(contract.answerComplaint, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => letters.answer(work, params.id, body)));
};

const serveKeeping = (served: Served): void => {
  served.member(contract.correctComplaint, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.correct(work, params.id, body)));
  served.member(contract.setResponsible, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.setResponsible(work, params.id, body)));
  served.member(contract.annulComplaint, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.annul(work, params.id, body.reason)));
  served.member(contract.closeComplaint, ({ services, caller, params }) => inWork(services, caller.actor, (work) => keeping.close(work, params.id)));
  served.member(contract.reopenComplaint, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.reopen(work, params.id, body.reason)));
};

const serveEntries = (served: Served): void => {
  served.member(contract.notePayment, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.notePayment(work, params.id, body)));
  served.member(contract.planAction, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.planAction(work, params.id, body)));
  served.member(contract.escalate, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.escalate(work, params.id, body)));
  served.member(contract.actionDone, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.actionDone(work, params.id, params.entryId, body.how)));
  served.member(contract.escalationEnded, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.escalationEnded(work, params.id, params.entryId, body)));
  served.member(contract.withdrawEntry, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keeping.withdraw(work, params.id, params.entryId, body.reason)));
};

const serveTerms = (served: Served): void => {
  served.member(contract.listTerms, async ({ services }) => {
    const { timeZone, now } = await readingOf(services.db, services.clock.now());
    const terms = await allTerms(services.db);
    const valid = inForce(terms, localDateAt(timeZone, now));
    const views = terms.map((term) => termViewOf(term, valid.has(term.id)));
    return { items: [...views.filter((one) => one.isInForce), ...views.filter((one) => !one.isInForce)] };
  });
  served.member(contract.addTerm, ({ services, caller, body }) => inWork(services, caller.actor, (work) => addTerm(work, body)));
};

const backwards = { it: 'Il periodo deve finire dopo che è cominciato.', en: 'The period must end after it begins.' };

/** Whole days where the company is, both included. */
const periodOf = async (reader: Reader, { from, to }: { from: string; to: string }): Promise<Period & { timeZone: string }> => {
  if (to < from) throw new BadInput('to', backwards);
  const { timeZone } = await companyOf(reader);
  return { from: hourOn(timeZone, from, 0), until: endOf(timeZone, to), timeZone };
};

const sendTable = (reply: FastifyReply, name: string, csv: string): FastifyReply =>
  reply.headers({ ...inert(), 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` }).send(csv);

const ownPage = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const servePapers = (served: Served): void => {
  served.member(contract.readStatistics, async ({ services, query }) => statisticsOf(services.db, await periodOf(services.db, query)));
  served.member(contract.exportStatistics, async ({ services, language, query, reply }) => {
    const said = query.lang ?? language;
    const found = await statisticsOf(services.db, await periodOf(services.db, query));
    return sendTable(reply, `${exportTexts[said].statistics}-${query.from}-${query.to}`, statisticsCsv(found, { ...query, language: said }));
  });
  served.member(contract.exportComplaints, async ({ services, language, query, reply }) => {
    const said = query.lang ?? language;
    const { from, until, timeZone } = await periodOf(services.db, query);
    const rows = await complaintsReceived(services.db, from, until);
    const [entries, terms] = await Promise.all([entriesOfAll(services.db, rows.map(({ id }) => id)), allTerms(services.db)]);
    const now = services.clock.now();
    const all = rows.map((found) => ({ found, row: rowOf(found, { timeZone, now }), entries: entries.get(found.id) ?? [], term: terms.find(({ id }) => id === found.term_id)! }));
    return sendTable(reply, `${exportTexts[said].register}-${query.from}-${query.to}`, registerCsv(all, { language: said, timeZone }));
  });
  served.member(contract.printComplaint, async ({ services, language, params, query, reply }) => {
    const now = services.clock.now();
    const view = await viewOf(services.db, await accessComplaintToRead(services.db, params.id), now);
    const paper = await complaintPdf(view, { language: query.lang ?? language, madeAt: now.toISOString() });
    return reply.headers({ ...inert(ownPage), 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${view.label}.pdf"` }).send(paper);
  });
};
