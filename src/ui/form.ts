import { useState, type ChangeEvent } from 'react';
import type { Trouble } from './Problem.tsx';

type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface Bound {
  name: string;
  value: string;
  onChange: (event: ChangeEvent<Box>) => void;
  error: string | undefined;
}

type TextNames<Values> = { [Name in keyof Values]: Values[Name] extends string ? Name : never }[keyof Values] & string;

export interface Form<Values> {
  values: Values;
  /** Sets one value, for what is no plain text. */
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  /** Sets several at once. */
  put: (some: Partial<Values>) => void;
  /** `<TextInput {...form.text('name')} label=… />`: value, change and the server's words about it. */
  text: (name: TextNames<Values>) => Bound;
  /** The server's words about a field, by its path in what was sent, until that field is edited. */
  errorOf: (path: string) => string | undefined;
}

interface Edited {
  since: unknown;
  names: readonly string[];
}

const untouched: Edited = { since: null, names: [] };

/**
 * What somebody is typing, kept whatever the server answers. `trouble` is its last answer: what it says of a field stands beside
 * that field until the field is edited. `paths` names a field's path in what is sent where it is not the field's own name.
 */
export const useForm = <Values extends object>(initial: Values, trouble: Trouble | null = null, paths: Partial<Record<keyof Values, string>> = {}): Form<Values> => {
  const [values, setValues] = useState(initial);
  const [edited, setEdited] = useState<Edited>(untouched);
  const now = edited.since === trouble ? edited : untouched;
  const pathOf = (name: keyof Values & string): string => paths[name] ?? name;
  const put = (some: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...some }));
    const names = (Object.keys(some) as (keyof Values & string)[]).map(pathOf);
    setEdited({ since: trouble, names: [...now.names, ...names] });
  };
  const isEdited = (path: string): boolean => now.names.some((name) => path === name || path.startsWith(`${name}.`));
  const errorOf = (path: string): string | undefined => (isEdited(path) ? undefined : trouble?.fields[path]);
  return {
    values,
    put,
    set: (name, value) => put({ [name]: value } as unknown as Partial<Values>),
    errorOf,
    text: (name) => ({
      name,
      value: String(values[name]),
      onChange: (event) => put({ [name]: event.target.value } as unknown as Partial<Values>),
      error: errorOf(pathOf(name)),
    }),
  };
};
