import { Buffer } from 'node:buffer';
import { hour } from '#base/clock.ts';
import { Allowances, networkOf, TooMany } from '#base/http/allowance.ts';
import { inert } from '#base/http/from-outside.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Asked, Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal, type RefusalWords } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import { inWork } from '#base/work.ts';
import { openedAtIn, ticketFor } from '#channels/forms/index.ts';
import { whyNotTaken } from '#channels/forms/rules.ts';
import { formRefusals } from '#channels/forms/texts.ts';
import type { Intake } from '#channels/intake.ts';
import { customerRefusals } from '#customers/texts.ts';
import { findCompany } from '#people/index.ts';
import { hearIdea, ideasSetting, setIdeasPage } from './actions.ts';
import * as contract from './contract.ts';
import { ideasPage, type Typed } from './page.ts';
import { openPage, publicThemes } from './queries.ts';
import { ideasTexts } from './texts.ts';

// Its own form, its own style, and nothing else.
const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
/** What a ticket of this page is signed for. */
const key = 'ideas';
/** From one place on the net, and of the page in all: beyond it something is wrong, and nobody decides on a flood. */
const limits = { perSender: { times: 5, within: hour }, inAll: { times: 200, within: hour } } as const;

interface Said {
  readonly notice: { readonly words: string; readonly isWrong: boolean } | null;
  readonly typed: Typed;
  readonly status: number;
}

const nothing: Typed = { text: '', name: '', email: '' };

type AskedPage = Asked & { readonly query: { readonly lang?: Language | undefined } };

const send = async ({ services, language: read, query, reply }: AskedPage, { notice, typed, status }: Said) => {
  const language = query.lang ?? read;
  if ((await openPage(services.db)) === undefined) throw new NotFound();
  const company = await findCompany(services.db);
  const ticket = ticketFor(services.secrets, key, services.clock.now());
  const html = ideasPage({ companyName: company?.name ?? '', language, themes: await publicThemes(services.db), ticket, notice, typed });
  return reply.code(status).headers({ ...inert(policy), 'x-robots-tag': 'all', 'content-type': 'text/html; charset=utf-8' }).send(html);
};

interface Filled extends Typed {
  readonly website: string;
  readonly ticket: string;
}

const fieldOf = (fields: URLSearchParams, name: string, most: number): string => (fields.get(name) ?? '').replaceAll('\u0000', '').trim().slice(0, most);

const filledIn = (body: unknown): Filled => {
  const fields = new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  return { text: fieldOf(fields, 'text', 4_000), name: fieldOf(fields, 'name', 120).replaceAll(/\s+/gu, ' '), email: fieldOf(fields, 'email', 254), website: fieldOf(fields, 'website', 500), ticket: fieldOf(fields, 'ticket', 200) };
};

const words: RefusalWords<string> = { ...formRefusals, ...customerRefusals };
const sayRefusal = ({ refused, facts = {} }: Refusal, language: Language): string => words[refused]?.[language](facts) ?? refused;

/** The routes of the page, and its switch in the settings. */
export const serveIdeas = (served: Served, intake: Intake): void => {
  const allowances = new Allowances();
  const page = new Allowances();
  served.member(contract.readIdeasSetting, ({ services, caller }) => inWork(services, caller.actor, ideasSetting));
  served.member(contract.openIdeasPage, ({ services, caller, body }) => inWork(services, caller.actor, (work) => setIdeasPage(work, body)));
  served.open(contract.readIdeasPage, (asked) => send(asked, { notice: null, typed: nothing, status: 200 }));
  served.open(contract.sendIdea, async (asked) => {
    const { services, request, language: read, query } = asked;
    const [language, filled, now] = [query.lang ?? read, filledIn(request.body), services.clock.now()];
    const { text, name, email } = filled;
    const wrong = (said: string, status = 409) => send(asked, { notice: { words: said, isWrong: true }, typed: { text, name, email }, status });
    if ((await openPage(services.db)) === undefined) throw new NotFound();
    if (text === '') return wrong(ideasTexts[language].needText, 400);
    const refused = whyNotTaken({ unseen: filled.website, openedAt: openedAtIn(services.secrets, key, filled.ticket) }, now);
    if (refused !== null) return wrong(sayRefusal(refused, language));
    try {
      allowances.take(`ideas-sender ${networkOf(request.ip)}`, limits.perSender, now);
      page.take('ideas', limits.inAll, now);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      return wrong(ideasTexts[language].tooMany, 429);
    }
    const actor = { kind: 'customer', id: null, name: name === '' ? ideasTexts[language].somebody : name } as const;
    const done = await inWork(services, actor, (work) => hearIdea(work, intake, { text, name, email, language }));
    if (isRefusal(done)) return wrong(sayRefusal(done, language), 400);
    return send(asked, { notice: { words: ideasTexts[language].thanks, isWrong: false }, typed: nothing, status: 200 });
  });
};
