import { z } from 'zod';
import { minute } from '#base/clock.ts';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, instant, language, line, paragraph } from '#base/shapes.ts';
import { channel } from '#channels/contract.ts';

const asked = <Text extends z.ZodType>(text: Text) => z.object({ it: text, en: text });

export const questionKind = z.enum(['csat', 'nps', 'ces', 'choice', 'several', 'text', 'yes_no']);
export type QuestionKind = z.infer<typeof questionKind>;

/** Names a question or a choice within its survey, for good: answers are kept under it. */
const key = z.string().regex(/^[a-z][a-z0-9]{0,19}$/u);

export const condition = z.object({
  /** An earlier question. */
  question: key,
  is: z.enum(['at_least', 'at_most', 'is']),
  /** A score, or the key of a choice; `yes` or `no`. */
  value: z.union([z.int().min(0).max(10), key]),
});
export type Condition = z.infer<typeof condition>;

export const question = z.object({
  key,
  kind: questionKind,
  words: asked(line(300)),
  choices: z.array(z.object({ key, words: asked(line(120)) })).max(12).default([]),
  /** It cannot be passed over. */
  isNeeded: z.boolean().default(false),
  /** Asked only of whom this is true. */
  onlyIf: condition.nullable().default(null),
});
export type Question = z.infer<typeof question>;

/** What is asked, in both languages. */
export const content = z.object({
  title: asked(line(120)),
  intro: asked(paragraph(600)),
  questions: z.array(question).min(1).max(15),
  thanks: asked(paragraph(600)),
});
export type Content = z.infer<typeof content>;

/** A site as browsers name it. */
const origin = z
  .string()
  .max(200)
  .transform((typed) => typed.trim().replace(/\/+$/u, ''))
  .refine((typed) => /^https?:\/\/[\w.-]+(?::\d{1,5})?$/u.test(typed), {
    params: { it: 'Un sito si scrive così: https://www.esempio.it', en: 'A site is written like this: https://www.example.com' },
  });

const cents = z.int().min(0).max(1_000_000_000_00);

/** Whom it asks, when, how many of them, and on which roads. An empty list is everybody. */
export const rule = z.object({
  ways: z.object({ mail: z.boolean(), page: z.boolean(), link: z.boolean(), widget: z.boolean() }),
  /** After a case is resolved. */
  afterHours: z.int().min(0).max(720).default(24),
  channels: z.array(channel).max(7).default([]),
  departmentIds: z.array(id).max(50).default([]),
  languages: z.array(language).max(2).default([]),
  /** Of the customer, or of their company, a year; null is no bound. */
  valueFromCents: cents.nullable().default(null),
  valueToCents: cents.nullable().default(null),
  samplePercent: z.int().min(1).max(100).default(100),
  /** So many days nobody is asked again, whatever survey asked last. */
  restDays: z.int().min(0).max(365).default(30),
  /** So long a link opens the questions. */
  livesDays: z.int().min(1).max(90).default(21),
  /** The sites on whose pages the widget may stand. */
  origins: z.array(origin).max(20).default([]),
});
export type Rule = z.infer<typeof rule>;

const words = z.object({ it: z.string(), en: z.string() });

/** The same as they are shown: nothing in them is to be cleaned any more. */
const shownContent = z.object({
  title: words,
  intro: words,
  questions: z.array(z.object({ key: z.string(), kind: questionKind, words, choices: z.array(z.object({ key: z.string(), words })), isNeeded: z.boolean(), onlyIf: condition.nullable() })),
  thanks: words,
});
const shownRule = z.object({
  ways: rule.shape.ways, afterHours: z.int(), channels: z.array(channel), departmentIds: z.array(id), languages: z.array(language), valueFromCents: cents.nullable(), valueToCents: cents.nullable(),
  samplePercent: z.int(), restDays: z.int(), livesDays: z.int(), origins: z.array(z.string()),
});

/** Why somebody was not asked. The first that holds. */
export const whyNot = z.enum([
  'not_sampled', 'stopped', 'merged', 'reopened', 'refused', 'asked_lately', 'rated', 'boiling', 'machine', 'prefers_phone', 'pec', 'no_address', 'unproven', 'bounced',
]);
export type WhyNot = z.infer<typeof whyNot>;

export const surveyState = z.enum(['draft', 'running', 'stopped']);
export type SurveyState = z.infer<typeof surveyState>;

const interval = z.object({ from: z.number(), to: z.number() });

/** A share, with what it is a share of. Null while fewer than five answered: then it would say who said what. */
const share = z.object({ share: z.number().nullable(), n: z.int(), interval: interval.nullable() });
export type Share = z.infer<typeof share>;

/** The three scores of a set of answers. */
export const scores = z.object({
  csat: share,
  nps: z.object({ value: z.number().nullable(), n: z.int(), interval: interval.nullable() }),
  ces: z.object({ mean: z.number().nullable(), n: z.int(), easy: share }),
});
export type Scores = z.infer<typeof scores>;

/** `rate` is of those whom it reached; whoever came by a public link was never sent anything and counts in none of these. */
const response = z.object({ sent: z.int(), delivered: z.int(), answered: z.int(), rate: share });

export const surveyRow = z.object({
  id,
  name: z.string(),
  state: surveyState,
  kinds: z.array(questionKind),
  ways: rule.shape.ways,
  scores,
  response,
  lowBecameCases: z.int(),
});
export type SurveyRow = z.infer<typeof surveyRow>;

export const surveyView = z.object({
  id,
  name: z.string(),
  state: surveyState,
  runningSince: instant.nullable(),
  content: shownContent,
  version: z.int(),
  /** Somebody has answered this version: a change makes the next one. */
  isAnswered: z.boolean(),
  rule: shownRule,
  /** Where everybody may answer; with `.js` it is the script of the widget. */
  address: z.string(),
});
export type SurveyView = z.infer<typeof surveyView>;

export const questionResult = z.object({
  key: z.string(),
  kind: questionKind,
  words,
  /** So many people answered it. */
  n: z.int(),
  /** Each score or choice with how many gave it; empty while fewer than five answered, and for words. */
  bars: z.array(z.object({ value: z.string(), words: words.nullable(), count: z.int() })),
});
export type QuestionResult = z.infer<typeof questionResult>;

export const results = z.object({
  scores,
  response,
  lowBecameCases: z.int(),
  notAsked: z.array(z.object({ because: whyNot, count: z.int() })),
  questions: z.array(questionResult),
  /** Monday of each week, in the company's zone, the first one first. */
  weeks: z.array(z.object({ monday: z.iso.date(), answered: z.int(), scores })),
});
export type Results = z.infer<typeof results>;

/** What one customer said, for those who may read their case. */
export const said = z.object({
  responseId: id,
  at: instant,
  way: z.enum(['mail', 'page', 'link', 'widget']),
  customer: z.object({ id, name: z.string() }).nullable(),
  email: z.string().nullable(),
  case: z.object({ id, number: z.int() }).nullable(),
  scores: z.array(z.object({ kind: questionKind, score: z.int() })),
  words: z.array(z.object({ question: words, text: z.string() })),
  isLow: z.boolean(),
  became: z.object({ how: z.enum(['joined', 'opened']), caseId: id, number: z.int() }).nullable(),
});
export type Said = z.infer<typeof said>;

const read = { access: 'signed_in', object: 'survey', params: idParams } as const;
/** Surveys speak for the company: whoever leads the service writes them. */
const write = { access: ['lead', 'admin'], object: 'survey', params: idParams } as const;
/** Those who may read what a customer wrote. */
const readWords = { access: ['agent', 'lead', 'admin', 'decider', 'management'], object: 'survey', params: idParams } as const;
const between = z.object({ from: instant.optional(), to: instant.optional() });
const done = z.object({ id });

export const listSurveys = get('/surveys', { summary: 'The surveys, with what the last ninety days said.', access: 'signed_in', out: z.object({ items: z.array(surveyRow) }) });
export const surveyInput = z.object({ name: line(120), content, rule });
export type SurveyInput = z.output<typeof surveyInput>;
export const writeSurvey = post('/surveys', { summary: 'Writes a survey. It asks nobody until it is started.', access: ['lead', 'admin'], body: surveyInput, out: done });
export const readSurvey = get('/surveys/:id', { summary: 'A survey: its questions, whom it asks and when.', ...read, out: surveyView });
export const changeQuestions = put('/surveys/:id/questions', {
  summary: 'Changes the questions. Where this version has answers they go on as a new version; the answers keep theirs.',
  ...write,
  body: z.object({ name: line(120), content }),
  out: z.object({ id, version: z.int() }),
});
export const changeRule = put('/surveys/:id/rule', { summary: 'Changes whom it asks and when. What is planned already is judged anew when it falls due.', ...write, body: rule, out: done });
export const startSurvey = put('/surveys/:id/running', { summary: 'It asks from now on.', ...write, out: done });
export const stopSurvey = del('/surveys/:id/running', { summary: 'It asks nobody any more. What was sent can still be answered.', ...write, out: done });
export const renewKey = put('/surveys/:id/key', { summary: 'Gives the public link and the widget a new address; the old one closes at once.', ...write, out: z.object({ address: z.string() }) });
export const readResults = get('/surveys/:id/results', { summary: 'What was answered, with how many answered it and how sure that makes us.', ...read, query: between, out: results });
export const readSaid = get('/surveys/:id/said', {
  summary: 'What customers said, the latest first, each with its case.',
  ...readWords,
  query: z.object({ before: id.optional(), only: z.enum(['all', 'words', 'low']).default('all') }),
  out: z.object({ items: z.array(said), next: id.nullable() }),
});
export const exportAnswers = get('/surveys/:id/answers.csv', { summary: 'Every answer as a table, for a spreadsheet.', ...readWords, query: between, out: z.any() });

/** One network, be it an office: nobody reads pages faster, and a program that tries links soon gets no further. */
const reads = { pace: { times: 120, within: minute } } as const;
const writes = { pace: { times: 60, within: minute } } as const;
const byLink = { access: 'link', params: z.object({ token: z.string().max(100) }) } as const;
const shown = { lang: language.optional().catch(undefined), q: z.string().max(20).optional() };

// Mail scanners and previews follow every link: reading a page, whatever stands in its address, never answers anything.
export const readSurveyPage = get('/survey-pages/:token', {
  summary: 'One question, as HTML without script. `score` is only chosen in it, and counts when the person sends it.',
  ...byLink,
  ...reads,
  query: z.object({ ...shown, score: z.string().max(20).optional(), done: z.string().max(20).optional() }),
  out: z.any(),
});
export const answerSurveyPage = post('/survey-pages/:token', { summary: 'A form of that page: answers, goes on or back, ends, or asks for no more surveys.', ...byLink, ...writes, takesForms: true, query: z.object(shown), out: z.any() });

const byKey = { access: 'public', params: z.object({ key: z.string().max(60) }) } as const;
export const readOpenPage = get('/open-surveys/:key', {
  summary: 'The first question for whoever comes by the public link or the widget. Nothing is kept before it is answered.',
  ...byKey,
  ...reads,
  query: z.object({ ...shown, at: z.string().max(200).optional() }),
  out: z.any(),
});
export const answerOpenPage = post('/open-surveys/:key', {
  summary: 'The form of that page: the first answer, from where it goes on by a link of one’s own.',
  ...byKey,
  pace: { times: 30, within: minute },
  takesForms: true,
  query: z.object({ ...shown, at: z.string().max(200).optional() }),
  out: z.any(),
});

export const beginOnPage = post('/customer-page/:token/survey', { summary: 'A form of the customer’s page: opens the survey that waits there.', ...byLink, ...writes, takesForms: true, out: z.any() });

const named = { surveyId: id, name: z.string() };
const low = z.object({ scores: z.array(z.object({ kind: questionKind, score: z.int() })), bitter: z.array(z.string()) });
export type Low = z.infer<typeof low>;

export const surveyEvents = defineEvents({
  'survey.written': z.object(named),
  'survey.questions_changed': z.object({ ...named, version: z.int() }),
  'survey.rule_changed': z.object(named),
  'survey.started': z.object(named),
  'survey.stopped': z.object(named),
  'survey.key_renewed': z.object(named),
});

/** What stands in the history of a case. The case is null where the answer is about none. */
export const surveyCaseEvents = defineEvents({
  /** Somebody was asked about this case. */
  'survey.asked': z.object({ ...named, invitationId: id, way: z.enum(['mail', 'page']) }),
  /** All that one person said, once: told when they went to the end, or half an hour after they left half-way. */
  'survey.answered': z.object({
    ...named,
    responseId: id,
    way: z.enum(['mail', 'page', 'link', 'widget']),
    customerId: id.nullable(),
    language,
    isComplete: z.boolean(),
    scores: z.array(z.object({ question: z.string(), kind: questionKind, score: z.int() })),
    /** Their own words, to each question that asks for words. */
    texts: z.array(z.object({ question: z.string(), asked: z.string(), text: z.string() })),
    low: low.nullable(),
  }),
  /** A low score or a bitter word came to whoever has the case. */
  'survey.low_followed': z.object({ ...named, responseId: id, messageId: id, became: z.enum(['joined', 'opened']), score: z.int().nullable(), outOf: z.int().nullable(), words: z.string().nullable() }),
});
