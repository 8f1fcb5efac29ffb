import { refuse, type Refusal } from '#base/refusal.ts';

/** Text of both languages. */
interface Both {
  readonly it: string;
  readonly en: string;
}

interface Field {
  readonly key: string;
  readonly label: Both;
  readonly type: 'text' | 'number' | 'date' | 'choice' | 'file';
  readonly required: boolean;
  readonly options: readonly string[];
  readonly fill: 'order' | 'customer' | 'email' | 'phone' | 'address' | 'subject' | null;
}

/** What is known of a case before anybody types. `words`: its subject and what the customer wrote, the latest first. */
export interface KnownOfCase {
  readonly subject: string;
  readonly customer: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly words: readonly string[];
}

// "ordine 88213", "ordine n. 88213", "order no. 88213", "#88213": a number with at least four digits, so that "2 ordini" is none.
const orderNumber = /(?:\b(?:ordine|ordini|order)\b(?:\s+(?:n(?:umero|r|\.|°|º)?|no\.?|number))?[\s.:#°º]*|#)(?<number>[A-Z]{0,3}-?\d{4,12})\b/iu;
// The kind in any case, the name with a capital ("via Roma 5", never "in via di definizione entro 5 giorni"), the number, perhaps the town.
const street =
  /(?<!\p{L})(?:[Vv]ia|[Vv]iale|[Vv]\.le|[Pp]iazza|[Pp]\.zza|[Pp]iazzale|[Cc]orso|[Cc]\.so|[Ll]argo|[Vv]icolo|[Ss]trada|[Cc]ontrada)\s+\p{Lu}[^\n,;]{1,50}?,?\s+(?:n\.?\s*)?\d{1,4}(?:\s?\/?\s?[a-z]\b)?(?:[\s,–-]+\d{5}\s+\p{Lu}[\p{L}' ]{1,30}(?:\(\p{Lu}{2}\))?)?/u;

const first = (words: readonly string[], pattern: RegExp, group?: string): string | null => {
  for (const text of words) {
    const match = pattern.exec(text);
    if (match !== null) return (group === undefined ? match[0] : (match.groups?.[group] ?? '')).replaceAll(/\s+/gu, ' ').trim();
  }
  return null;
};

/** What a field starts with; empty where the case does not tell, and then it is asked for. A guess stands in a form that is read before it is sent. */
export const fillFrom = (source: NonNullable<Field['fill']>, known: KnownOfCase): string => {
  switch (source) {
    case 'order': return first([known.subject, ...known.words], orderNumber, 'number') ?? '';
    case 'customer': return known.customer;
    case 'email': return known.email ?? '';
    case 'phone': return known.phone ?? '';
    case 'address': return first(known.words, street) ?? '';
    case 'subject': return known.subject;
  }
};

export const fillFields = (fields: readonly Field[], known: KnownOfCase): Record<string, string> =>
  Object.fromEntries(fields.map(({ key, fill }) => [key, fill === null ? '' : fillFrom(fill, known)]));

const looksRight = (field: Field, value: string): boolean => {
  if (field.type === 'number') return /^-?\d{1,12}(?:[.,]\d{1,4})?$/u.test(value);
  if (field.type === 'date') return /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
  return field.type !== 'choice' || field.options.includes(value);
};

/** What is still to be said before the department can answer: fields that must be filled and are not, and those filled with something else. */
export const fieldsToMend = <One extends Field>(fields: readonly One[], values: Readonly<Record<string, string | undefined>>): { missing: One[]; wrong: One[] } => {
  const given = (field: One): string => (values[field.key] ?? '').trim();
  return {
    missing: fields.filter((field) => field.required && given(field) === ''),
    wrong: fields.filter((field) => given(field) !== '' && !looksRight(field, given(field))),
  };
};

export type FillRefusal = Refusal<'request.field_missing' | 'request.field_wrong'>;

/** Null where everything that the department needs is there. The label is given in both languages. */
export const mayAskWith = (fields: readonly Field[], values: Readonly<Record<string, string | undefined>>): FillRefusal | null => {
  const { missing: [missing], wrong: [wrong] } = fieldsToMend(fields, values);
  if (missing !== undefined) return refuse('request.field_missing', { ...missing.label });
  return wrong === undefined ? null : refuse('request.field_wrong', { ...wrong.label });
};

/** Fields as the lines of a table that every mail program shows: labels of one width, then the values. */
export const tableOf = (rows: readonly { readonly label: string; readonly value: string }[]): string => {
  const width = Math.max(0, ...rows.map(({ label }) => label.length));
  return rows.map(({ label, value }) => `${label.padEnd(width)}   ${value.replaceAll(/\s*\n\s*/gu, ' / ')}`).join('\n');
};
