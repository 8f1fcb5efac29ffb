import type { z } from 'zod';

/** Something that happened. Facts are past participles (`promise.kept`); the events of a case, in order, are its history. */
export interface DomainEvent<Kind extends string = string, Data = unknown> {
  readonly kind: Kind;
  /** The case whose history it belongs to; null where it belongs to none. */
  readonly caseId: string | null;
  readonly data: Data;
}

export interface EventKind<Kind extends string = string, Data = unknown> {
  (caseId: string | null, data: Data): DomainEvent<Kind, Data>;
  readonly kind: Kind;
  readonly schema: z.ZodType<Data>;
}

/** What an event of that kind carries. */
export type EventData<Kind> = Kind extends EventKind<string, infer Data> ? Data : never;

type Kinds<Shapes extends Record<string, z.ZodType>> = {
  readonly [Kind in keyof Shapes & string]: EventKind<Kind, z.infer<Shapes[Kind]>>;
};

/**
 * Declares a domain's events, a closed set: `promiseEvents['promise.kept'](caseId, { promiseId })` builds one, and a field that
 * the shape does not name does not compile.
 */
export const defineEvents = <const Shapes extends Record<string, z.ZodType>>(shapes: Shapes): Kinds<Shapes> =>
  Object.fromEntries(
    Object.entries(shapes).map(([kind, schema]) => [
      kind,
      Object.assign((caseId: string | null, data: unknown) => ({ kind, caseId, data }), { kind, schema }),
    ]),
  ) as unknown as Kinds<Shapes>;
