import { readConfig } from '#base/config.ts';
import { exitWithParent } from '#base/parent-watch.ts';
import { exitCodes } from '#base/start-refused.ts';
import { startPresa, type RunningPresa } from '../start.ts';
import { exits, type Command, type Given } from './command.ts';
import { prepareDemo, sayWhoLooksAround } from './demo.ts';
import { both, texts } from './texts.ts';

/** Resolves when somebody asks the process to end: Ctrl-C, a supervisor, the parent that is gone. */
export const untilAskedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    // For good: npm passes a Ctrl-C on that the terminal has sent us already, and the second must not cut the stop short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

/** Says where it runs, and how the company is set up where it is not yet. */
export const announce = ({ address, setupLink }: RunningPresa, roles: readonly string[], { print, language }: Given): void => {
  const words = texts[language];
  print(address === null ? words.runningWithoutPages(roles.join(', ')) : words.running(address));
  if (setupLink !== null) print(words.setupLink(setupLink));
  print(words.howToStop);
};

/** Waits for the end, whichever comes first, and stops in good order. Returns the exit code. */
export const runUntilStopped = async (presa: RunningPresa, given: Given): Promise<number> => {
  const lost = await Promise.race([untilAskedToStop(), presa.lost]);
  given.say(both((words) => (lost === undefined ? words.stopping : words.databaseEnded(lost))));
  await presa.stop();
  return lost === undefined ? exits.fine : exitCodes.unavailable;
};

export const start: Command = {
  name: 'start',
  operands: '',
  summary: { it: 'avvia Presa, con il database che porta con sé o quello di DATABASE_URL', en: 'starts Presa, with the database it brings or that of DATABASE_URL' },
  options: {
    demo: { type: 'boolean', words: { it: 'in un’installazione vuota carica prima Casa Lumina, un’azienda inventata', en: 'loads Casa Lumina, an invented company, into an empty installation first' } },
  },
  run: async (given) => {
    exitWithParent();
    const config = readConfig(given.env);
    const wantsDemo = given.values['demo'] === true;
    const presa = await startPresa(config, given.env, wantsDemo ? { prepare: (services) => prepareDemo(services, given) } : {});
    announce(presa, config.roles, given);
    if (wantsDemo) await sayWhoLooksAround(presa.services, given);
    return runUntilStopped(presa, given);
  },
};
