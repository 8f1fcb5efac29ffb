import { isDatabaseAway } from '#base/http/failures.ts';

/** The mail can become nothing as it is, however often it is tried: it waits in quarantine for a person. */
export class Unfit extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`This mail cannot be filed: ${reason}.`);
    this.reason = reason;
  }
}

export type Failure = { readonly kind: 'later' } | { readonly kind: 'unfit'; readonly reason: string } | { readonly kind: 'defect'; readonly reason: string };

/** What a failure means for the mail: wait for the database, go into quarantine at once, or be tried a few times first. */
export const reasonOf = (error: unknown): Failure => {
  if (isDatabaseAway(error)) return { kind: 'later' };
  if (error instanceof Unfit) return { kind: 'unfit', reason: error.reason };
  const code = (error as { code?: unknown }).code;
  if (error instanceof Error && error.name === 'NobodyWroteThis') return { kind: 'unfit', reason: String(code) };
  return { kind: 'defect', reason: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown' };
};
