import { readConfig } from '#base/config.ts';
import type { Services } from '#base/services.ts';
import { demoPassword, visitorAddress } from '#demo/index.ts';
import { findCompany } from '#people/index.ts';
import { loadCasaLumina } from '../load-demo.ts';
import { openPresa } from '../start.ts';
import { runningHere } from '../start/running-file.ts';
import { exits, type Command, type Given } from './command.ts';
import { both, texts } from './texts.ts';

/** Who looks around in the demo, and the words that let them in. */
interface Visitor {
  readonly email: string;
  readonly password: string;
}

/** Loads the invented company where there is none; returns null where there is a company, invented or real. */
const loadIfEmpty = async (services: Services, given: Given): Promise<Visitor | null> => {
  if ((await findCompany(services.db)) !== null) return null;
  given.say(both((words) => words.demoLoading));
  return { email: (await loadCasaLumina(services, given.language)).email, password: demoPassword };
};

/** For a start: an installation that is not empty is started as it is. */
export const prepareDemo = async (services: Services, given: Given): Promise<void> => {
  if ((await loadIfEmpty(services, given)) !== null) return;
  const company = await findCompany(services.db);
  if (company !== null && !company.isDemo) given.say(both((words) => words.demoNotHere(company.name)));
};

/** How to sign in, where the company is the demo. */
export const sayWhoLooksAround = async (services: Services, { print, language }: Given): Promise<void> => {
  if ((await findCompany(services.db))?.isDemo === true) print(texts[language].demoSignIn({ email: visitorAddress, password: demoPassword }));
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
      const loaded = await loadIfEmpty(presa.services, given);
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
