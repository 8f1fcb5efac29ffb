import { z } from 'zod';
import { del, get, post } from '#base/contract.ts';
import { id, idParams, instant, line, paragraph } from '#base/shapes.ts';
import { answerInput, answeringView } from './answering.ts';
import { requestState } from './parts.ts';
import { department } from './views.ts';
import { urgency } from './templates.ts';

/** A request as the department that was asked sees it. Nothing of the customer is in it but what the asker wrote. */
export const boardItem = z.object({
  id,
  department,
  caseNumber: z.int(),
  question: z.string(),
  why: z.string(),
  choices: answeringView.shape.choices,
  fields: answeringView.shape.fields,
  urgency,
  askedBy: z.string(),
  askedAt: instant,
  dueAt: instant,
  state: requestState,
  isLate: z.boolean(),
  takenBy: z.string().nullable(),
  /** The reader has it. */
  isMine: z.boolean(),
  missing: z.string().nullable(),
  settledAt: instant.nullable(),
  turns: answeringView.shape.turns,
});
export type BoardItem = z.infer<typeof boardItem>;

export const boardView = z.object({
  departments: z.array(department),
  /** What waits for the department, the most urgent first; then what waits for the asker; then what was settled in the last days. */
  items: z.array(boardItem),
  waiting: z.int(),
  late: z.int(),
});
export type BoardView = z.infer<typeof boardView>;

// Whoever belongs to the department that was asked, or leads it. For everybody else there is no such request.
const ours = { access: 'signed_in', object: 'board_request', params: idParams } as const;

export const readBoard = get('/department-board', {
  summary: 'What waits for the reader’s own department, by when, and who has it.', access: 'signed_in', out: boardView,
});

export const takeOnBoard = post('/department-board/:id/taking', { summary: '“I have it.” `over` takes it from a colleague.', ...ours, body: z.object({ over: z.boolean().default(false) }), out: boardItem });
export const letGoOnBoard = del('/department-board/:id/taking', { summary: 'Leaves it to the colleagues again.', ...ours, out: boardItem });
export const answerOnBoard = post('/department-board/:id/answer', { summary: 'The department’s answer, by a member.', ...ours, body: answerInput, out: boardItem });
export const askBackOnBoard = post('/department-board/:id/question', { summary: 'Asks back: the department’s clock stands still.', ...ours, body: z.object({ text: paragraph(2_000) }), out: boardItem });
export const refuseOnBoard = post('/department-board/:id/refusal', {
  summary: '“Not ours”, with the reason and whose it is.', ...ours, body: z.object({ text: paragraph(2_000), whoseIsIt: line(200) }), out: boardItem,
});
