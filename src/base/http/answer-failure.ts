import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Refusal, RefusalWords } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import { fieldWords } from './field-words.ts';
import { TooMany } from './allowance.ts';
import { BadInput, failureTexts, isDatabaseAway, NotFound, type Failure } from './failures.ts';
import { languageOf } from './language.ts';

interface Invalid {
  readonly cause?: unknown;
}

export const issuesOf = (error: z.ZodError, language: Language): { field: string; words: string }[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.'), words: fieldWords(issue, language) }));

/** One place turns whatever went wrong into an answer; nothing else in the program writes an error. */
export const answerFailure = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void => {
  const language = languageOf(request);
  const texts = failureTexts[language];
  const say = (status: number, failure: Omit<Failure, 'id'>): void => void reply.code(status).send({ ...failure, id: request.id });
  const status = (error as { statusCode?: number }).statusCode ?? 500;

  const invalid = (error as Invalid).cause;
  if (invalid instanceof z.ZodError && status === 400) {
    return say(400, { code: 'bad_input', words: texts.badInput, fields: issuesOf(invalid, language) });
  }
  if (error instanceof BadInput) {
    const fields = error.fields.map(({ field, words }) => ({ field, words: words[language] }));
    return say(400, { code: 'bad_input', words: texts.badInput, fields });
  }
  if (error instanceof NotFound || status === 404) return say(404, { code: 'not_found', words: texts.notFound });
  if (error instanceof Forbidden) return say(error.statusCode, { code: error.code, words: error.words[language] });
  if (isDatabaseAway(error)) {
    void reply.header('retry-after', '5');
    return say(503, { code: 'database_away', words: texts.databaseAway });
  }
  if (status === 413) return say(413, { code: 'too_large', words: texts.tooLarge });
  if (error instanceof TooMany) {
    void reply.header('retry-after', String(error.retryAfterSeconds));
    return say(429, { code: 'too_many', words: texts.tooMany(Math.ceil(error.retryAfterSeconds / 60)) });
  }
  if (status >= 400 && status < 500) return say(status, { code: 'bad_input', words: texts.unreadable });
  request.log.error({ err: error }, 'Defect');
  say(500, { code: 'defect', words: texts.defect(request.id) });
};

/** Not signed in (401) or not allowed (403), with the words that say what is missing. */
export class Forbidden extends Error {
  readonly statusCode: 401 | 403;
  readonly code: string;
  readonly words: Readonly<Record<Language, string>>;
  constructor(statusCode: 401 | 403, code: string, words: Readonly<Record<Language, string>>) {
    super(words.en);
    this.statusCode = statusCode;
    this.code = code;
    this.words = words;
  }
}

export type AllRefusalWords = RefusalWords<string>;

/** A refusal as an answer: 409, its code, its words and the facts that the screen needs to offer the next step. */
export const refusalFailure = (refusal: Refusal, words: AllRefusalWords, request: FastifyRequest): Failure => {
  const saying = words[refusal.refused]?.[languageOf(request)];
  if (saying === undefined) throw new Error(`No words for the refusal ${refusal.refused}.`);
  const facts = refusal.facts ?? {};
  return { code: refusal.refused, words: saying(facts), facts, id: request.id };
};
