import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '#base/http/failures.ts';
import { languageOf } from '#base/http/language.ts';
import { texts } from './texts.ts';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Pages for who has no account: the customer's (`/c`), a colleague's (`/r`, `/o`), a form on a company's own site (`/f`). */
const publicPath = /^\/(?<kind>[crof])\//u;

/** A page without an account where no script runs: the same address, asked for by the page itself (public.html). */
const withoutScript = /^\/(?<kind>[rofc])\/(?<token>[\w-]{1,100})\/?\?plain(?:[=&]|$)/u;

/** The customer's page has a twin that needs no script; of the others whoever comes hears that, and what to do instead. */
const sendWithoutScript = (request: FastifyRequest, reply: FastifyReply, { kind, token }: Readonly<Record<string, string>>): FastifyReply => {
  keepPrivate(reply, kind ?? '');
  if (kind === 'c') return reply.redirect(`/api/customer-page/${token}/plain`);
  return reply.code(200).type('text/plain; charset=utf-8').send(texts[languageOf(request)].needsScript);
};

/** In which sites' pages the chat or the survey of a key may stand; null where there is none. */
type SitesOfKey = (key: string) => Promise<readonly string[] | null>;

interface Sites {
  readonly ofChat: SitesOfKey;
  readonly ofSurvey: SitesOfKey;
}

/** Serves the built web: assets, whose names change with their content, for ever; the pages themselves never from a cache. */
export const serveWeb = async (http: FastifyInstance, sites: Sites): Promise<void> => {
  if (existsSync(built)) {
    await http.register(fastifyStatic, {
      root: path.join(built, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false, schemaHide: true,
    });
  }
  serveChatPages(http, sites.ofChat);
  serveSurveyAddresses(http, sites.ofSurvey);
  // An address that can be said on the telephone; the page itself is one of the API's, without script.
  http.get('/status', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/status'));
  http.get('/ideas', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/ideas'));
  http.setNotFoundHandler(async (request, reply) => {
    const address = request.url.split('?', 1)[0] ?? '/';
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|assets|health)(\/|$)/u.test(address) && !/\.\w+$/u.test(address);
    if (!isPage) throw new NotFound();
    const plain = withoutScript.exec(request.url)?.groups;
    if (plain !== undefined) return sendWithoutScript(request, reply, plain);
    return sendPage(request, reply, publicPath.exec(address)?.groups?.['kind']);
  });
};

const sendPage = (request: FastifyRequest, reply: FastifyReply, publicKind: string | undefined): FastifyReply => {
  const page = publicKind === undefined ? 'app.html' : 'public.html';
  if (publicKind !== undefined) keepPrivate(reply, publicKind);
  reply.header('cache-control', 'no-cache');
  return sendBuilt(request, reply, page);
};

const sendBuilt = (request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply => {
  if (!existsSync(path.join(built, page))) {
    return reply.code(503).type('text/plain; charset=utf-8').send(texts[languageOf(request)].notBuilt);
  }
  return reply.code(200).sendFile(page, built, { cacheControl: false });
};

/** The address of such a page opens it: it must reach no other site, and no search engine. */
const keepPrivate = (reply: FastifyReply, kind: string): void => {
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
  // A form stands inside the company's own pages, whose addresses we do not know. It can do nothing but send what is typed into it.
  if (kind === 'f') letBeFramed(reply, ['*']);
};

/** Lets a page stand inside pages of those sites, and of no other. */
const letBeFramed = (reply: FastifyReply, sites: readonly string[]): void => {
  const policy = String(reply.getHeader('content-security-policy') ?? reply.raw.getHeader('content-security-policy') ?? '');
  reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/u, `frame-ancestors ${sites.join(' ')}`));
  reply.removeHeader('x-frame-options');
  reply.raw.removeHeader('x-frame-options');
};

/** The script that a company's page loads. It comes from our address into theirs, which a browser allows only where we say so. */
const sendScript = (reply: FastifyReply, script: string): FastifyReply => {
  reply.header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=300');
  if (!existsSync(path.join(built, script))) return reply.code(503).type('text/javascript; charset=utf-8').send('');
  return reply.sendFile(script, built, { cacheControl: false });
};

const chatScript = 'chat-loader.js';

/**
 * The chat: its script (`/chat/<key>.js`) and the page that it frames (`/chat/<key>`), which only the sites may frame that the entrance
 * names. The page opens nothing by itself: a conversation is opened by the secret in the visitor's own browser.
 */
const serveChatPages = (http: FastifyInstance, sitesOfChat: SitesOfKey): void => {
  http.get<{ Params: { file: string } }>('/chat/:file', { schema: { hide: true } }, async (request, reply) => {
    const { file } = request.params;
    const sites = await sitesOfChat(file.replace(/\.js$/u, ''));
    if (sites === null) throw new NotFound();
    if (file.endsWith('.js')) return sendScript(reply, chatScript);
    letBeFramed(reply, ["'self'", ...sites]);
    reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex').header('cache-control', 'no-cache');
    return sendBuilt(request, reply, 'chat.html');
  });
};

/** What follows the question mark of an address, to be carried on as it stands. */
const queryOf = ({ url }: FastifyRequest): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/**
 * Addresses of surveys: `/s/<link>` stands in mails, `/survey/<key>` is open to everybody, and with `.js` it is the widget's script.
 * The pages themselves are the API's, without script.
 */
const serveSurveyAddresses = (http: FastifyInstance, sitesOfSurvey: SitesOfKey): void => {
  http.get<{ Params: { token: string } }>('/s/:token', { schema: { hide: true } }, async (request, reply) => {
    keepPrivate(reply, 's');
    return reply.redirect(`/api/survey-pages/${encodeURIComponent(request.params.token)}${queryOf(request)}`);
  });
  http.get<{ Params: { file: string } }>('/survey/:file', { schema: { hide: true } }, async (request, reply) => {
    const { file } = request.params;
    if (!file.endsWith('.js')) return reply.redirect(`/api/open-surveys/${encodeURIComponent(file)}${queryOf(request)}`);
    if ((await sitesOfSurvey(file.slice(0, -'.js'.length))) === null) throw new NotFound();
    return sendScript(reply, 'survey-loader.js');
  });
};
