import type { Language } from '#base/texts.ts';
import type { Command, OptionSpec } from './command.ts';
import { texts } from './texts.ts';

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

const optionName = (name: string, { value }: Pick<OptionSpec, 'value'>): string => (value === undefined ? `--${name}` : `--${name}=${value}`);

/** The overview: every command with one line. */
export const helpOfAll = (commands: readonly Command[], language: Language): string => {
  const words = texts[language];
  const rows = commands.map((command): [string, string] => [`${command.name} ${command.operands}`.trim(), command.summary[language]]);
  return `${words.title}\n\n${words.usage}: presa <${language === 'it' ? 'comando' : 'command'}>\n\n${words.commands}:\n${columns(rows)}\n\n${words.moreHelp}\n${words.exitCodes}`;
};

export const helpOf = (command: Command, language: Language): string => {
  const words = texts[language];
  const options = Object.entries(command.options).map(([name, option]): [string, string] => [optionName(name, option), option.words[language]]);
  const usage = ['presa', command.name, options.length > 0 ? `[${words.options.toLowerCase()}]` : '', command.operands].filter((part) => part !== '').join(' ');
  return `${command.summary[language]}\n\n${words.usage}: ${usage}\n\n${words.options}:\n${columns([...options, ['--help', words.helpOption]])}`;
};
