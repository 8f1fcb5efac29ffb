import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { BadInput } from '#base/http/failures.ts';
import { language } from '#base/shapes.ts';
import { uploads } from '#channels/uploads.ts';

const text = z.string().max(21_000).transform((value) => value.replaceAll('\u0000', '').trim()).pipe(z.string().max(20_000));

/** What each form of the page without script sends. */
const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('write'), text: text.pipe(z.string().min(1)) }),
  z.object({ act: z.literal('solved') }),
  z.object({ act: z.literal('unsolved'), text }),
  z.object({ act: z.literal('rate'), score: z.coerce.number().int().min(1).max(5), words: text.pipe(z.string().max(2_000)) }),
  z.object({ act: z.literal('wishes'), language, prefers: z.enum(['email', 'phone']), number: z.string().max(40).default('') }),
]);
export type Filled = z.output<typeof form> & { readonly files: z.output<typeof uploads> };
export type Act = Filled['act'];
export const acts = ['write', 'solved', 'unsolved', 'rate', 'wishes'] as const satisfies readonly Act[];

const incomplete = (): BadInput => new BadInput('act', { it: 'Il modulo è arrivato incompleto: riprovi.', en: 'The form arrived incomplete: please try again.' });

const fieldsIn = async (body: unknown, type: string): Promise<FormData> => {
  if (!Buffer.isBuffer(body)) throw incomplete();
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch((cause: unknown) => {
    throw Object.assign(incomplete(), { cause });
  });
};

/** A form as a browser without script sends it, with files or without. Throws a ZodError or BadInput where something is missing. */
export const readForm = async (body: unknown, type: string): Promise<Filled> => {
  const fields = await fieldsIn(body, type);
  const entries = [...fields.entries()];
  const words = Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const chosen = entries.flatMap(([, value]) => (typeof value === 'string' || value.size === 0 ? [] : [value]));
  const files = await Promise.all(chosen.map(async (file) => ({
    name: file.name.trim() === '' ? 'file' : file.name.slice(0, 200), type: file.type === '' ? 'application/octet-stream' : file.type.slice(0, 120), base64: Buffer.from(await file.arrayBuffer()).toString('base64'),
  })));
  return { ...form.parse(words), files: uploads.parse(files) };
};
