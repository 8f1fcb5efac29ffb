import { z } from 'zod';
import { id } from '#base/shapes.ts';

// What the page of a colleague without an account needs of a request, and nothing that would bring the screens of the agents with it.

/**
 * Where a request stands. `sent_back`: it was answered, and that was not enough. `taken`: a colleague has it. `late` is what is still
 * open after its time; whether a settled one was late says `isLate`. `questioned`: the department waits for us, and its clock stands
 * still.
 */
export const requestState = z.enum(['waiting', 'seen', 'taken', 'sent_back', 'questioned', 'late', 'answered', 'refused', 'withdrawn']);
export type RequestState = z.infer<typeof requestState>;

export const turnKind = z.enum(['answer', 'question_back', 'reply', 'not_ours', 'sent_back']);
export type TurnKind = z.infer<typeof turnKind>;

export const fieldType = z.enum(['text', 'number', 'date', 'choice', 'file']);

export const bothLanguages = z.object({ it: z.string(), en: z.string() });

/** What was filled in, with its label as it was then. `attachmentId`: a file of the case that goes with it. */
export const filledField = z.object({ key: z.string(), label: bothLanguages, type: fieldType, value: z.string(), attachmentId: id.nullable() });
export type FilledField = z.output<typeof filledField>;
