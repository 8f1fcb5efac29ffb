import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { readConfig } from '#base/config.ts';
import { isRefusal } from '#base/refusal.ts';
import { email as address, line } from '#base/shapes.ts';
import { inWork, system } from '#base/work.ts';
import { addMember, findCompany, serviceDepartment } from '#people/index.ts';
import { roles } from '#people/contract.ts';
import { peopleRefusals } from '#people/texts.ts';
import { openPresa, type OpenedPresa } from '../start.ts';
import { BadUsage, exits, type Command, type Given } from './command.ts';
import { askSecret } from './secret.ts';

const fewestCharacters = 12;

const wanted = z.object({
  name: line(120),
  email: address,
  role: z.array(roles).min(1),
  level: z.coerce.number().int().min(1).max(3).default(1),
  language: z.enum(['it', 'en']).default('it'),
});

const options: Command['options'] = {
  name: { type: 'string', value: 'NAME', words: { it: 'nome e cognome', en: 'first and last name' } },
  email: { type: 'string', value: 'ADDRESS', words: { it: 'indirizzo con cui entra', en: 'the address to sign in with' } },
  role: {
    type: 'string', multiple: true, value: 'ROLE',
    words: { it: `ruolo, anche più d’uno: ${roles.options.join(', ')}`, en: `role, several allowed: ${roles.options.join(', ')}` },
  },
  level: { type: 'string', value: '1|2|3', words: { it: 'livello nel servizio (1)', en: 'level in the service (1)' } },
  language: { type: 'string', value: 'it|en', words: { it: 'lingua delle schermate (it)', en: 'language of the screens (it)' } },
  'password-stdin': { type: 'boolean', words: { it: 'legge la password dallo standard input', en: 'reads the password from standard input' } },
  json: { type: 'boolean', words: { it: 'stampa JSON', en: 'prints JSON' } },
};

const read = ({ values }: Given): z.infer<typeof wanted> => {
  const parsed = wanted.safeParse(values);
  if (parsed.success) return parsed.data;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => `--${String(path[0])}`))].join(', ');
  throw new BadUsage({ it: `Manca o non va bene: ${wrong}.`, en: `Missing or wrong: ${wrong}.` });
};

const readPassword = async ({ values, language }: Given): Promise<string> => {
  const fromPipe = values['password-stdin'] === true;
  if (!fromPipe && !process.stdin.isTTY) {
    throw new BadUsage({ it: 'Qui nessuno può scrivere la password: usi --password-stdin.', en: 'Nobody can type a password here: use --password-stdin.' });
  }
  const password = fromPipe
    ? (await text(process.stdin)).replace(/\r?\n$/u, '')
    : await askSecret(language === 'it' ? `Password (almeno ${fewestCharacters} caratteri): ` : `Password (at least ${fewestCharacters} characters): `);
  if (password.length >= fewestCharacters) return password;
  throw new BadUsage({ it: `La password deve avere almeno ${fewestCharacters} caratteri.`, en: `The password needs at least ${fewestCharacters} characters.` });
};

const add = async ({ services }: OpenedPresa, given: Given, password: string): Promise<number> => {
  const { name, email, role, level, language } = read(given);
  if ((await findCompany(services.db)) === null) {
    given.say({
      it: 'L’azienda non c’è ancora: avvii Presa con "presa start" e apra l’indirizzo che stampa.',
      en: 'There is no company yet: run "presa start" and open the address it prints.',
    });
    return exits.failed;
  }
  const department = await serviceDepartment(services.db);
  const added = await inWork(services, system, (work) =>
    addMember(work, { name, email, roles: role, level, language, departmentId: department.id, password }),
  );
  if (isRefusal(added)) {
    given.say({ it: peopleRefusals[added.refused].it(added.facts ?? {}), en: peopleRefusals[added.refused].en(added.facts ?? {}) });
    return exits.failed;
  }
  given.print(given.values['json'] === true ? JSON.stringify({ id: added, name, email, roles: role }) : `${name} <${email}>: ${role.join(', ')}`);
  return exits.fine;
};

export const userAdd: Command = {
  name: 'user add',
  operands: '',
  summary: { it: 'aggiunge un collega che può entrare, nel servizio clienti', en: 'adds a colleague who may sign in, to customer service' },
  options,
  run: async (given) => {
    read(given);
    const password = await readPassword(given);
    const presa = await openPresa({ ...readConfig(given.env), logLevel: 'warn' }, given.env);
    try {
      return await add(presa, given, password);
    } finally {
      await presa.close();
    }
  },
};
