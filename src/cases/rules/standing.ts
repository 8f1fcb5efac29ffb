import type { Instant } from '#base/clock.ts';

/**
 * What a case owes and is owed, read from its events: promises that were made and neither kept nor let off, with the day they stand
 * for now, and departments that were asked and have not answered. Cases know nothing of promises and requests but what their history
 * says, and whoever takes a case over reads no more than that.
 */
export const standingKinds = [
  'promise.made', 'promise.moved', 'promise.broken', 'promise.kept', 'promise.released',
  'request.sent', 'request.replied', 'request.sent_back', 'request.answered', 'request.refused', 'request.withdrawn',
] as const;

interface Happened {
  readonly kind: string;
  readonly data: unknown;
}

export interface Standing {
  readonly promises: readonly { readonly text: string; readonly dueAt: Instant; readonly isBroken: boolean }[];
  readonly asked: readonly { readonly department: string; readonly dueAt: Instant }[];
}

interface Told {
  readonly promiseId?: string;
  readonly requestId?: string;
  readonly text?: string;
  readonly dueAt?: string;
  readonly to?: string;
  readonly department?: { readonly name: string };
}

/** From the events of a case in the order in which they happened. */
export const standingOf = (events: readonly Happened[]): Standing => {
  const promises = new Map<string, { text: string; dueAt: Instant; isBroken: boolean }>();
  const asked = new Map<string, { department: string; dueAt: Instant }>();
  for (const { kind, data } of events) {
    const told = data as Told;
    if (kind.startsWith('promise.')) tellPromise(promises, kind, told);
    else tellRequest(asked, kind, told);
  }
  return { promises: [...promises.values()], asked: [...asked.values()] };
};

const tellPromise = (promises: Map<string, { text: string; dueAt: Instant; isBroken: boolean }>, kind: string, told: Told): void => {
  const id = told.promiseId ?? '';
  if (kind === 'promise.kept' || kind === 'promise.released') promises.delete(id);
  else promises.set(id, { text: told.text ?? '', dueAt: new Date((kind === 'promise.moved' ? told.to : told.dueAt) ?? 0), isBroken: kind === 'promise.broken' });
};

const tellRequest = (asked: Map<string, { department: string; dueAt: Instant }>, kind: string, told: Told): void => {
  const id = told.requestId ?? '';
  if (kind === 'request.answered' || kind === 'request.refused' || kind === 'request.withdrawn') asked.delete(id);
  else if (told.department !== undefined && told.dueAt !== undefined) asked.set(id, { department: told.department.name, dueAt: new Date(told.dueAt) });
};
