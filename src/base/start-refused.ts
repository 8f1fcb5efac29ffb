import type { Language } from './texts.ts';

/** What a shell or a supervisor is told when Presa does not start. The numbers are those of sysexits(3). */
export const exitCodes = { unavailable: 69, cannotCreate: 73, tryLater: 75, configuration: 78 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * Presa cannot start, and whoever started it can do something about it. `words` say in both languages what happened and what
 * to do; `cause` keeps what the machine said. The command line prints the words and exits with `exitCode`, without a stack.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly words: Readonly<Record<Language, string>>;
  readonly exitCode: ExitCode;

  constructor(words: Readonly<Record<Language, string>>, exitCode: ExitCode, cause?: unknown) {
    super(words.en, cause === undefined ? undefined : { cause });
    this.words = words;
    this.exitCode = exitCode;
  }
}
