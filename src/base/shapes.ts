import { z } from 'zod';

/** Shapes that every contract shares. Text is bounded everywhere: what comes from outside is data of a known size. */
export const id = z.uuid();
export const idParams = z.object({ id });
export const instant = z.iso.datetime({ offset: true });
export const localDate = z.iso.date();
export const language = z.enum(['it', 'en']);
export const email = z.email().max(254).transform((value) => value.trim());

const clean = (value: string): string => value.replaceAll('\u0000', '').trim();

/** One line of text that somebody typed: trimmed, no line breaks, 1 to `max` characters. */
export const line = (max = 200) =>
  z.string().max(max * 2).transform((value) => clean(value).replaceAll(/\s+/gu, ' ')).pipe(z.string().min(1).max(max));

/** Text of several lines: trimmed, 1 to `max` characters. */
export const paragraph = (max = 50_000) => z.string().max(max + 1_000).transform(clean).pipe(z.string().min(1).max(max));

export const nothing = z.object({});
export const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });
