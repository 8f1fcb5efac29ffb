import { expect, test } from 'vitest';
import { exitCodes, StartRefused } from '#base/start-refused.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

const type = async (args: readonly string[], { among = commands, lang = 'it_IT.UTF-8' }: { among?: readonly Command[]; lang?: string } = {}) => {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCommandLine(among, args, { env: { LANG: lang }, out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n'), error: error.join('\n') };
};

const failing = (failure: Error): Command => ({
  name: 'start', operands: '', summary: { it: 'avvia', en: 'starts' }, options: {},
  run: async () => {
    throw failure;
  },
});

test('the help names every command, in the language of the terminal', async () => {
  const [italian, english] = [await type(['--help']), await type([], { lang: 'en_GB.UTF-8' })];
  for (const { name, summary } of commands) {
    expect(italian.out).toContain(name);
    expect(italian.out).toContain(summary.it);
    expect(english.out).toContain(summary.en);
  }
  expect([italian.code, english.code]).toEqual([0, 0]);
});

test('every command explains each of its options', async () => {
  for (const command of commands) {
    const { code, out } = await type([...command.name.split(' '), '--help']);
    expect(code).toBe(0);
    for (const [option, { words }] of Object.entries(command.options)) {
      expect(out).toContain(`--${option}`);
      expect(out).toContain(words.it);
    }
  }
});

test.each([['strat', 'start'], ['use add', 'user add'], ['mail', 'mail inspect'], ['doctro', 'doctor']])(
  '"%s" is answered with what was probably meant',
  async (typed, meant) => {
    const { code, error } = await type(typed.split(' '));
    expect([code, error]).toEqual([2, `Il comando "${typed}" non esiste.\nForse: presa ${meant}`]);
  },
);

test('an option that does not exist, and an argument too many, are wrong usage', async () => {
  expect(await type(['doctor', '--boh'])).toEqual({ code: 2, out: '', error: 'L’opzione --boh non esiste. Vedi --help.' });
  expect(await type(['doctor', 'oggi'])).toEqual({ code: 2, out: '', error: '"oggi" è di troppo. Vedi --help.' });
});

test('a refused start is told in words with its own code; a mistake of ours shows where it happened', async () => {
  const refused = new StartRefused({ it: 'La porta è occupata.', en: 'The port is taken.' }, exitCodes.unavailable);
  expect(await type(['start'], { among: [failing(refused)] })).toEqual({ code: 69, out: '', error: 'La porta è occupata.' });
  const defect = await type(['start'], { among: [failing(new Error('undefined is not a promise'))] });
  expect(defect.code).toBe(1);
  expect(defect.error).toContain('undefined is not a promise\n    at ');
});
