import { z } from 'zod';
import { del, get, post } from '#base/contract.ts';
import { instant, language, line, localDate, nothing, paragraph } from '#base/shapes.ts';
import { filledField, requestState, turnKind } from './parts.ts';

// The page of a colleague without an account. The token in the address opens one request, for one addressee, for a while, and
// nothing else. A wrong one, an expired one and a withdrawn one get the same answer.
const onPage = { access: 'link', params: z.object({ token: z.string().min(1).max(500) }) } as const;

/** What the page shows. No name and no address of the customer: what the department may know, the asker wrote. */
export const answeringView = z.object({
  company: z.string(),
  department: z.string(),
  /** The number of the case, for whoever talks about it on the phone. */
  caseNumber: z.number().int(),
  question: z.string(),
  why: z.string(),
  choices: z.array(z.object({ label: z.string(), asksDate: z.string().nullable() })),
  fields: z.array(filledField),
  askedBy: z.string(),
  askedByDepartment: z.string(),
  askedAt: instant,
  dueAt: instant,
  /** In whose hours and days the due instant is said. */
  timeZone: z.string(),
  language,
  state: requestState,
  isLate: z.boolean(),
  /** Whom this link was given to; an answer through it is theirs. */
  youAre: z.string(),
  /** The link was sent to the whole department: who says "I have it" says their name as well. */
  asksName: z.boolean(),
  takenBy: z.string().nullable(),
  /** What is missing in the answer that was sent back; null where none was. */
  missing: z.string().nullable(),
  turns: z.array(
    z.object({
      id: z.string(),
      kind: turnKind,
      by: z.string(),
      text: z.string(),
      choice: z.string().nullable(),
      promisedFor: localDate.nullable(),
      whoseIsIt: z.string().nullable(),
      at: instant,
    }),
  ),
  /** Of what fell due this week, how much was answered in time. */
  thisWeek: z.object({ inTime: z.number().int(), of: z.number().int() }),
});
export type AnsweringView = z.infer<typeof answeringView>;

export const answerInput = z
  .object({
    choice: line(60).nullable().default(null),
    promisedFor: localDate.nullable().default(null),
    text: paragraph(5_000).nullable().default(null),
  })
  .refine((answer) => answer.choice !== null || answer.promisedFor !== null || answer.text !== null, {
    path: ['text'],
    params: { it: 'Scegli una risposta, o scrivila.', en: 'Choose an answer, or write one.' },
  });
export type AnswerInput = z.output<typeof answerInput>;

export const readAnswering = get('/answering/:token', {
  summary: 'The question that a department was sent. Reading it changes nothing: mail programs and scanners open links too.',
  ...onPage,
  out: answeringView,
});

export const readAnsweringFile = get('/answering/:token/files/:fileId', {
  summary: 'A file that goes with the question, always as a download.',
  access: 'link',
  params: onPage.params.extend({ fileId: z.uuid() }),
  out: z.any(),
});

export const markSeen = post('/answering/:token/seen', { summary: 'A person has opened the page: said by its own script.', ...onPage, out: nothing });

export const takeOnPage = post('/answering/:token/taking', {
  summary: '“I have it”: the owner and the colleagues see who. `over` takes it from somebody who has it already.',
  ...onPage,
  body: z.object({ name: line(120).nullable().default(null), over: z.boolean().default(false) }),
  out: answeringView,
});

export const letGoOnPage = del('/answering/:token/taking', { summary: 'Leaves it to the colleagues again.', ...onPage, out: answeringView });

export const sendAnswer = post('/answering/:token/answer', {
  summary: 'The department’s answer. A second one is added to the first; the same one twice counts once.',
  ...onPage,
  body: answerInput,
  out: answeringView,
});

export const askBack = post('/answering/:token/question', {
  summary: 'The department needs to know something first. Its clock stands still until it hears.',
  ...onPage,
  body: z.object({ text: paragraph(2_000) }),
  out: answeringView,
});

export const sayNotOurs = post('/answering/:token/refusal', {
  summary: '“Not ours”, which needs the reason and whose it is.',
  ...onPage,
  body: z.object({ text: paragraph(2_000), whoseIsIt: line(200) }),
  out: answeringView,
});
