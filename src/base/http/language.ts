import type { FastifyRequest } from 'fastify';
import type { Language } from '#base/texts.ts';

/** The language a caller asked for, Italian before any other: `Accept-Language` as the browser or the app sends it. */
export const languageOf = (request: Pick<FastifyRequest, 'headers'>): Language => {
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase();
  const italian = wanted.search(/\bit\b/u);
  const english = wanted.search(/\ben\b/u);
  if (english === -1) return 'it';
  return italian === -1 || english < italian ? 'en' : 'it';
};
