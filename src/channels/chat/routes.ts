import { Allowances, networkOf } from '#base/http/allowance.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal, refuse } from '#base/refusal.ts';
import { hashToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { companyOf } from '#people/index.ts';
import * as contract from './contract.ts';
import { alterEntrance, entranceViewOf, makeEntrance, wordsIn } from './entrances.ts';
import { prove } from './proof.ts';
import * as queries from './queries.ts';
import { mayFollow, policy } from './rules.ts';
import { chatOnCase } from './standing.ts';
import { accessTalk, addLine, beginTalk, beTyping, readUpTo, takeAddress } from './talks.ts';
import { deskOf, talkViewOf } from './view.ts';

/** What the chat asks of the cases, which stand above it. */
export interface ChatCases {
  readonly intake: Intake;
  /** The address of the customer's page of a case, for a link that nobody was mailed. */
  pageInChat(work: Work, caseId: string, customerId: string): Promise<string>;
}

export const serveChat = (served: Served, cases: ChatCases): void => {
  serveInside(served);
  serveBeginning(served, cases.intake);
  serveTalk(served, cases);
};

const serveInside = (served: Served): void => {
  served.member(contract.listEntrances, async ({ services }) => ({
    items: (await queries.allEntrances(services.db)).map((row) => entranceViewOf(row, services.config.publicUrl)),
  }));
  served.member(contract.openEntrance, ({ services, caller, body }) => inWork(services, caller.actor, (work) => makeEntrance(work, body)));
  served.member(contract.changeEntrance, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => alterEntrance(work, params.id, body)));
  served.member(contract.chatOfCase, async ({ services, params }) => {
    if (!(await queries.isCase(services.db, params.id))) throw new NotFound();
    return chatOnCase(services.db, params.id, services.clock.now());
  });
  served.member(contract.noteAnswering, async ({ services, caller, params }) => {
    if (!(await queries.isCase(services.db, params.id))) throw new NotFound();
    await inWork(services, caller.actor, async (work) => work.tell(`${contract.answeringTopic}${caller.actor.name}`, params.id));
    return {};
  });
};

const entranceOf = async ({ db }: Services, key: string): Promise<queries.EntranceRow> => {
  const found = await queries.entranceByKey(db, key);
  if (found === undefined) throw new NotFound();
  return found;
};

const visitor = (name: string | null): Actor => ({ kind: 'customer', id: null, name: name ?? '' });

const serveBeginning = (served: Served, intake: Intake): void => {
  const allowances = new Allowances();
  // One breaker an entrance, apart from the senders: no flood of invented addresses can push it out of the memory.
  const breakers = new Allowances();
  served.open(contract.readFront, async ({ services, params, language }) => {
    const entrance = await entranceOf(services, params.key);
    // Switched off, it is not there for anybody new; who is in a conversation has its secret.
    if (!entrance.is_on) throw new NotFound();
    const [company, desk] = await Promise.all([companyOf(services.db), deskOf(services.db, entrance.department_id, { now: services.clock.now(), language })]);
    return { companyName: company.name, greeting: wordsIn(entrance.greeting, language), awayWords: wordsIn(entrance.away_words, language), desk };
  });
  served.open(contract.startTalk, async ({ services, request, params, body }) => {
    const now = services.clock.now();
    const entrance = await entranceOf(services, params.key);
    allowances.take(`chat-sender ${networkOf(request.ip)}`, policy.startsPerSender, now);
    if (body.email !== null) allowances.take(`chat-address ${body.email.toLowerCase()}`, policy.startsPerAddress, now);
    breakers.take(entrance.id, policy.startsPerEntrance, now);
    return inWork(services, visitor(body.name), (work) => beginTalk(work, intake, { entrance, begun: body }));
  });
};

const serveTalk = (served: Served, { intake, pageInChat }: ChatCases): void => {
  const lines = new Allowances();
  const pages = new Allowances();
  /** Who holds the secret; a stranger's is turned away before anything is counted under it. */
  const whoIs = async ({ db, clock }: Services, secret: string): Promise<{ talk: queries.TalkRow; actor: Actor }> => {
    const talk = await queries.talkByHash(db, hashToken(secret), clock.now());
    if (talk === undefined) throw new NotFound();
    return { talk, actor: visitor(talk.name) };
  };
  served.open(contract.readTalk, async ({ services, params }) => {
    const { talk } = await whoIs(services, params.secret);
    return talkViewOf(services.db, talk, services.clock.now());
  });
  served.open(contract.addLine, async ({ services, params, body }) => {
    const { talk, actor } = await whoIs(services, params.secret);
    lines.take(talk.id, policy.linesPerTalk, services.clock.now());
    lines.take(`hour ${talk.id}`, policy.linesPerHour, services.clock.now());
    return inWork(services, actor, (work) => addLine(work, intake, { secret: params.secret, departmentId: null, ...body }));
  });
  served.open(contract.noteRead, async ({ services, params, body }) => {
    const { actor } = await whoIs(services, params.secret);
    await inWork(services, actor, (work) => readUpTo(work, params.secret, body.upTo));
    return {};
  });
  served.open(contract.noteTyping, async ({ services, params }) => {
    const { actor } = await whoIs(services, params.secret);
    await inWork(services, actor, (work) => beTyping(work, params.secret));
    return {};
  });
  served.open(contract.giveAddress, async ({ services, params, body }) => {
    await whoIs(services, params.secret);
    return inWork(services, visitor(body.name), (work) => takeAddress(work, params.secret, body));
  });
  served.open(contract.proveAddress, async ({ services, params, body }) => {
    const { actor } = await whoIs(services, params.secret);
    return prove(services, actor, { secret: params.secret, code: body.code });
  });
  served.open(contract.openPage, async ({ services, params }) => {
    const { talk, actor } = await whoIs(services, params.secret);
    pages.take(talk.id, policy.pagesPerTalk, services.clock.now());
    const url = await inWork(services, actor, async (work) => {
      const { case_id: caseId, ...held } = await accessTalk(work, params.secret);
      if (caseId === null) return refuse('chat.no_page_here');
      const found = await queries.caseFacts(work.tx, caseId);
      const may = mayFollow({ mixedAt: held.mixed_at, provenAt: held.proven_at }, { given: held.name, ofCustomer: found.customerName });
      return may ? pageInChat(work, caseId, found.customerId) : refuse('chat.no_page_here');
    });
    return isRefusal(url) ? url : { url };
  });
};
