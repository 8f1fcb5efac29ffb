import { parseArgs } from 'node:util';
import { StartRefused } from '#base/start-refused.ts';
import type { Language } from '#base/texts.ts';
import { BadUsage, exits, type Command, type Given } from './command.ts';
import { helpOf, helpOfAll } from './help.ts';
import { nearest } from './nearest.ts';
import { both, texts } from './texts.ts';

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** The language of whoever sits at the terminal, as bin/ reads it. */
export const languageOfTerminal = (env: Terminal['env']): Language => (/^it/iu.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'it' : 'en');

interface Found {
  readonly command: Command;
  readonly rest: readonly string[];
}

/** Commands have one word or two: the longer name wins. */
const find = (commands: readonly Command[], args: readonly string[]): Found | undefined => {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === args.slice(0, length).join(' '));
    if (command !== undefined) return { command, rest: args.slice(length) };
  }
  return undefined;
};

const isHelp = (argument: string | undefined): boolean => argument === '--help' || argument === '-h' || argument === 'help';

/** Runs what was typed, and returns the exit code. Prints words where something is wrong; a stack only for our own mistakes. */
export const runCommandLine = async (commands: readonly Command[], args: readonly string[], terminal: Terminal): Promise<number> => {
  const language = languageOfTerminal(terminal.env);
  const say: Given['say'] = (words) => terminal.error(words[language]);
  if (args.length === 0 || isHelp(args[0])) {
    terminal.out(helpOfAll(commands, language));
    return exits.fine;
  }
  const found = find(commands, args);
  if (found === undefined) return suggest(commands, args, say);
  if (found.rest.some(isHelp)) {
    terminal.out(helpOf(found.command, language));
    return exits.fine;
  }
  try {
    const parsed = parse(found);
    return await found.command.run({ ...parsed, language, env: terminal.env, print: terminal.out, say });
  } catch (error) {
    return failed(error, say, terminal);
  }
};

const suggest = (commands: readonly Command[], args: readonly string[], say: Given['say']): number => {
  const typed = args.filter((argument) => !argument.startsWith('-')).slice(0, 2).join(' ') || (args[0] ?? '');
  say(both((words) => words.unknownCommand(typed)));
  const close = nearest(typed, commands.map(({ name }) => name));
  say(both((words) => (close === undefined ? words.moreHelp : words.didYouMean(close))));
  return exits.usage;
};

const parse = ({ command, rest }: Found): Pick<Given, 'values' | 'positionals'> => {
  const options = Object.fromEntries(Object.entries(command.options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]));
  const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  const extra = positionals[0];
  if (command.operands === '' && extra !== undefined) throw new BadUsage(both((words) => words.tooMany(extra)));
  return { values, positionals };
};

const usageOf = (error: Error & { code?: unknown }): BadUsage | undefined => {
  const option = /'(-[^' ,]*)/u.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new BadUsage(both((words) => words.unknownOption(option)));
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return new BadUsage(both((words) => words.missingValue(option)));
  return undefined;
};

const failed = (error: unknown, say: Given['say'], terminal: Terminal): number => {
  if (error instanceof StartRefused) {
    say(error.words);
    return error.exitCode;
  }
  const usage = error instanceof BadUsage ? error : error instanceof Error ? usageOf(error) : undefined;
  if (usage !== undefined) {
    say({ it: texts.it.badArguments(usage.words.it), en: texts.en.badArguments(usage.words.en) });
    return exits.usage;
  }
  say(both((words) => words.defect));
  terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exits.failed;
};
