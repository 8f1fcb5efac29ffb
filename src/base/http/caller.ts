import type { Language } from '#base/texts.ts';
import type { Actor } from '#base/work.ts';

/** Whoever calls a route that needs a sign-in. */
export interface Caller {
  readonly memberId: string;
  readonly actor: Actor;
  readonly roles: readonly string[];
  readonly departmentId: string;
  readonly language: Language;
  /** `session` acts through a browser; `token` is a personal access token, read-only or not. */
  readonly through: 'session' | 'token';
  readonly mayWrite: boolean;
  /** The session or access token itself, so that it can be ended. */
  readonly throughId: string;
}
