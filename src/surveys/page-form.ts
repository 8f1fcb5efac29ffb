import { Buffer } from 'node:buffer';

/** What a form of the page sends. */
export interface Filled {
  readonly act: string;
  /** The question that is answered. */
  readonly question: string;
  readonly answers: readonly string[];
  readonly email: string;
  /** No person sees this field; programs that fill in everything fill it in. */
  readonly unseen: string;
}

/** A form as a browser without script sends it; null where the body is none. */
export const readFilled = async (body: unknown, type: string): Promise<Filled | null> => {
  if (!Buffer.isBuffer(body)) return null;
  const fields = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch((cause: unknown) => {
    // A body that is no form is an empty answer, and is told so on the page.
    if (cause instanceof TypeError) return null;
    throw cause;
  });
  if (fields === null) return null;
  const words = (name: string): string[] => fields.getAll(name).filter((value): value is string => typeof value === 'string');
  const first = (name: string): string => words(name)[0] ?? '';
  return { act: first('act'), question: first('q'), answers: words('a').slice(0, 20), email: first('email').trim().slice(0, 254), unseen: first('website') };
};
