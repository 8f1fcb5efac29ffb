import type { Language } from '#base/texts.ts';

type Both = Readonly<Record<Language, string>>;

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands after `--name=` in the help; strings only. */
  readonly value?: string;
  readonly words: Both;
}

/** What a command gets: its parsed arguments, whom it talks to, where it prints. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: what was asked for. One line, or several. */
  print(text: string): void;
  /** Standard error: what is said about it. */
  say(words: Both): void;
}

export interface Command {
  /** As it is typed: `user add`. */
  readonly name: string;
  /** What follows the name: `FILE…`; empty where nothing does. */
  readonly operands: string;
  readonly summary: Both;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Returns the exit code. */
  run(given: Given): Promise<number>;
}

/** Exit codes of every command; a start that is refused adds those of base/start-refused.ts. */
export const exits = { fine: 0, failed: 1, usage: 2, badData: 65 } as const;

/** The arguments are wrong; the command line says so, with the way to the help. */
export class BadUsage extends Error {
  readonly words: Both;
  constructor(words: Both) {
    super(words.en);
    this.words = words;
  }
}
