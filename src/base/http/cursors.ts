import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { BadInput } from '#base/http/failures.ts';

/** A place in a list, as text that a browser hands back unread. */
export const writeCursor = (place: object): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The reverse. What is no place of ours is bad input: nobody types one, so the list has to be begun again. */
export const readCursor = <Place>(cursor: string, shape: z.ZodType<Place>, field: string): Place => {
  const read = shape.safeParse(jsonIn(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (read.success) return read.data;
  throw new BadInput(field, { it: 'Questo punto dell’elenco non esiste: ricominci dall’inizio.', en: 'There is no such place in the list: begin again.' });
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

// As PostgreSQL writes an instant. Whatever else stood in a cursor would reach a statement and fail there as a defect of ours.
export const instantText = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::?\d\d)?$/u);
