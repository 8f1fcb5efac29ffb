import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify';
import type { Route } from '#base/contract.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import { hashToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { Allowances, networkOf, usualPace } from './allowance.ts';
import { Forbidden, refusalFailure, type AllRefusalWords } from './answer-failure.ts';
import type { Caller } from './caller.ts';
import { failureTexts } from './failures.ts';
import { languageOf } from './language.ts';

/** What every handler gets besides the parsed input. */
export interface Asked {
  readonly services: Services;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export type Authenticate = (request: FastifyRequest) => Promise<Caller | null>;

/** Where routes are put. Made once by `app/http.ts`; every route of the program passes through it, so the matrix sees all. */
export interface Served {
  /** A route for members. The handler runs only for those the contract lets in. */
  member<Input, Handled, Output>(
    route: Route<Input, Handled, Output>,
    handle: (asked: Asked & Handled & { readonly caller: Caller }) => Promise<Output | Refusal>,
  ): void;
  /** A route without sign-in: public, or opened by a signed link that the handler itself must check. Floods are turned away before anything is read. */
  open<Input, Handled, Output>(route: Route<Input, Handled, Output>, handle: (asked: Asked & Handled) => Promise<Output | Refusal>): void;
  readonly routes: readonly Route[];
}

interface Parts {
  readonly http: FastifyInstance;
  readonly services: Services;
  readonly authenticate: Authenticate;
  readonly refusalWords: AllRefusalWords;
}

type Run = (asked: Asked & Record<string, unknown>) => Promise<unknown>;
type Gate = (request: FastifyRequest) => Promise<void>;

/** A page elsewhere can post a form in its reader's name, in three types that a browser sends without asking; JSON is none of them. */
const takeJsonAlone = async (request: FastifyRequest): Promise<void> => {
  const type = request.headers['content-type'] ?? 'application/json';
  if (!/^application\/json\b/iu.test(type)) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type);
};

/** JSON stays the bytes that came, for the routes that are put here. */
const takeBytes = (http: FastifyInstance): FastifyInstance => {
  http.removeContentTypeParser('application/json');
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  return http;
};

export const serveInto = ({ http, services, authenticate, refusalWords }: Parts): Served => {
  const routes: Route[] = [];
  const networks = new Allowances();
  // Apart, so that no flood of invented links can push the networks out of the memory.
  const links = new Allowances();

  const put = (route: Route, run: Run, gate?: Gate): void => {
    routes.push(route);
    const served: RouteOptions = {
      // Before the body is read: who may not call learns nothing of what a right call would look like.
      ...(gate === undefined ? {} : { onRequest: gate }),
      method: route.method,
      url: `/api${route.path}`,
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
      ...(route.takesForms === true ? {} : { preParsing: takeJsonAlone }),
      schema: {
        summary: route.summary,
        ...(route.params === undefined ? {} : { params: route.params }),
        ...(route.query === undefined ? {} : { querystring: route.query }),
        ...(route.body === undefined ? {} : { body: route.body }),
        response: { 200: route.out },
      },
      handler: async (request, reply) => {
        const answer = await run({
          services,
          language: languageOf(request),
          request,
          reply,
          params: request.params,
          query: request.query,
          body: request.body,
        });
        if (reply.sent) return reply;
        if (isRefusal(answer)) return (reply as FastifyReply).code(409).send(refusalFailure(answer, refusalWords, request));
        return answer;
      },
    };
    if (route.takesBytes === true) http.register(async (apart) => takeBytes(apart).route(served));
    else http.route(served);
  };

  return {
    routes,
    open: (route, handle) => {
      const reads = route.method === 'GET';
      const pace = route.pace ?? usualPace[reads ? 'read' : 'write'];
      put(route as unknown as Route, handle as unknown as Run, async (request) => {
        const now = services.clock.now();
        networks.take(`${route.method}${route.path} ${networkOf(request.ip)}`, pace, now);
        const { token } = request.params as { token?: string };
        if (!reads && token !== undefined) links.take(`${route.access} ${hashToken(token)}`, usualPace.onOneLink, now);
      });
    },
    member: (route, handle) => {
      const { access } = route;
      if (access === 'public' || access === 'link') throw new Error(`${route.path} is declared open but served to members.`);
      const callers = new WeakMap<FastifyRequest, Caller>();
      put(
        route as unknown as Route,
        (asked) => (handle as unknown as Run)({ ...asked, caller: callers.get(asked.request) }),
        async (request) => {
          const caller = await authenticate(request);
          admit(caller, access, request);
          callers.set(request, caller);
        },
      );
    },
  };
};

const both = (say: (texts: (typeof failureTexts)['it']) => string) => ({ it: say(failureTexts.it), en: say(failureTexts.en) });

/** The one gate before every member's route: signed in, with a role that may, from our own page, with a key that may write. */
export function admit(caller: Caller | null, access: 'signed_in' | readonly string[], request: FastifyRequest): asserts caller is Caller {
  if (caller === null) throw new Forbidden(401, 'not_signed_in', both((texts) => texts.notSignedIn));
  if (access !== 'signed_in' && !access.some((role) => caller.roles.includes(role))) {
    throw new Forbidden(403, 'missing_role', both((texts) => texts.missingRole(access.join(', '))));
  }
  if (request.method === 'GET') return;
  if (!caller.mayWrite) throw new Forbidden(403, 'read_only', both((texts) => texts.readOnly));
  // A browser sends cookies along with forms of other sites, but never this header.
  if (caller.through === 'session' && request.headers['x-presa-csrf'] === undefined) {
    throw new Forbidden(403, 'forged_origin', both((texts) => texts.forgedOrigin));
  }
}
