import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { movableClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { exitWithParent } from '#base/parent-watch.ts';
import { startPresa } from '../start.ts';
import { BadUsage, type Command } from './command.ts';
import { prepareDemo, sayWhoLooksAround } from './demo.ts';
import { serveClock } from './dev/clock-route.ts';
import { startMailCatcher } from './dev/mail-catcher.ts';
import { announce, runUntilStopped } from './start.ts';

const usualMailPort = 7325;

const portOf = (value: unknown): number => {
  const port = value === undefined ? usualMailPort : Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new BadUsage({ it: '--mail-port vuole un numero di porta.', en: '--mail-port wants a port number.' });
};

export const dev: Command = {
  name: 'dev',
  operands: '',
  summary: {
    it: 'avvia Presa per provare: l’azienda della demo, dati che spariscono alla fine, la posta stampata qui, un orologio da spingere avanti',
    en: 'starts Presa to try things: the company of the demo, data that is gone at the end, mail printed here, a clock to push ahead',
  },
  options: {
    'mail-port': { type: 'string', value: 'PORT', words: { it: `porta su cui la posta viene presa (${usualMailPort})`, en: `port where mail is caught (${usualMailPort})` } },
    empty: { type: 'boolean', words: { it: 'senza la demo: si comincia dalla configurazione', en: 'without the demo: it begins with the set-up' } },
    keep: { type: 'boolean', words: { it: 'tiene i dati in PRESA_DATA invece di buttarli', en: 'keeps the data in PRESA_DATA instead of throwing it away' } },
  },
  run: async (given) => {
    exitWithParent();
    const keeps = given.values['keep'] === true;
    const mailPort = portOf(given.values['mail-port']);
    const folder = keeps ? undefined : await mkdtemp(path.join(tmpdir(), 'presa-dev-'));
    const config = readConfig({ PRESA_LOG: 'warn', ...given.env, ...(folder === undefined ? {} : { PRESA_DATA: folder, DATABASE_URL: undefined }) });
    const clock = movableClock();
    const mail = await startMailCatcher(mailPort, given.print);
    try {
      const presa = await startPresa(config, given.env, {
        clock,
        extend: (http, services) => serveClock(http, services, clock),
        ...(given.values['empty'] === true ? {} : { prepare: (services) => prepareDemo(services, given) }),
      });
      announce(presa, config.roles, given);
      await sayWhoLooksAround(presa.services, given);
      given.say({
        it: `La posta inviata a 127.0.0.1:${mail.port} (SMTP) appare qui.\nPer spingere avanti il tempo: curl -H 'content-type: application/json' -d '{"minutes": 90}' ${presa.address}/dev/clock`,
        en: `Mail sent to 127.0.0.1:${mail.port} (SMTP) appears here.\nTo push time ahead: curl -H 'content-type: application/json' -d '{"minutes": 90}' ${presa.address}/dev/clock`,
      });
      return await runUntilStopped(presa, given);
    } finally {
      await mail.stop();
      if (folder !== undefined && existsSync(folder)) await rm(folder, { recursive: true, force: true });
    }
  },
};
