import type { FastifyInstance } from 'fastify';
import { languageOf } from '#base/http/language.ts';
import { apiPage, type ApiDocument } from './api-page-html.ts';

/** The API's own description: `/api/openapi.json` for programs, `/api` for people. Both are made from the contracts. */
export const serveApiDocument = (http: FastifyInstance): void => {
  let document: ApiDocument | undefined;
  const read = (): ApiDocument => (document ??= http.swagger() as unknown as ApiDocument);
  http.get('/api/openapi.json', { schema: { hide: true } }, async () => read());
  http.get('/api', { schema: { hide: true } }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(apiPage(read(), languageOf(request))),
  );
};
