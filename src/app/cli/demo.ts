import { readConfig } from '#base/config.ts';
import type { Services } from '#base/services.ts';
import { demoPassword } from '#demo/index.ts';
import { findCompany } from '#people/index.ts';
import { loadCasaLumina } from '../load-demo.ts';
import { openPresa } from '../start.ts';
import { runningHere } from '../start/running-file.ts';
import { exits, type Command, type Given } from './command.ts';
import { both, texts } from './texts.ts';

export interface DemoVisitor {
  readonly email: string;
  readonly password: string;
}

/** Who looks around in the demo, and the words that let them in. */
const visitor = (email: string): DemoVisitor => ({ email, password: demoPassword });

/** Loads the invented company where there is none; null where there is a company, invented or real. */
export const loadDemoIfEmpty = async (services: Services, given: Given): Promise<DemoVisitor | null> => {
  if ((await findCompany(services.db)) !== null) return null;
  given.say(both((words) => words.demoLoading));
  return visitor((await loadCasaLumina(services, given.language)).email);
};

/** Who may look around in a demo that is there; null where the company is a real one, or there is none. */
export const demoVisitor = async (services: Services): Promise<DemoVisitor | null> => {
  const company = await findCompany(services.db);
  if (company?.isDemo !== true) return null;
  const found = await services.db.selectFrom('members').where('name', '=', 'Giulia Serra').where('left_at', 'is', null).select('email').executeTakeFirst();
  return found === undefined ? null : visitor(found.email);
};

export const demo: Command = {
  name: 'demo',
  operands: '',
  summary: {
    it: 'riempie un’installazione vuota con Casa Lumina, un’azienda inventata, per guardarsi intorno',
    en: 'fills an empty installation with Casa Lumina, an invented company, to look around in',
  },
  options: { json: { type: 'boolean', words: { it: 'stampa JSON', en: 'prints JSON' } } },
  run: async (given) => {
    const config = readConfig(given.env);
    const presa = await openPresa({ ...config, logLevel: 'warn' }, given.env);
    try {
      const loaded = await loadDemoIfEmpty(presa.services, given);
      if (loaded === null) {
        const name = (await findCompany(presa.services.db))?.name ?? '';
        given.say(both((words) => words.demoRefused(name)));
        return exits.failed;
      }
      const address = (await runningHere(config)).find((entry) => entry.address !== null)?.address ?? null;
      given.print(given.values['json'] === true ? JSON.stringify({ loaded: true, ...loaded, address }) : texts[given.language].demoLoaded({ ...loaded, address }));
      return exits.fine;
    } finally {
      await presa.close();
    }
  },
};
