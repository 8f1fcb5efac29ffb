import { hour } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { inWork, system } from '#base/work.ts';
import { memberByEmail, newRecoveryLink, recoveryLife } from '#people/index.ts';
import { openPresa, type OpenedPresa } from '../start.ts';
import { BadUsage, exits, type Command, type Given } from './command.ts';

const addressOf = ({ positionals }: Given): string => {
  const [address] = positionals;
  if (address === undefined) throw new BadUsage({ it: 'Manca l’indirizzo del collega.', en: 'The colleague’s address is missing.' });
  return address;
};

const makeLink = async ({ services }: OpenedPresa, given: Given): Promise<number> => {
  const address = addressOf(given);
  const member = await memberByEmail(services.db, address);
  if (member === null || member.leftAt !== null) {
    given.say({ it: `Nessun collega entra con ${address}.`, en: `No colleague signs in with ${address}.` });
    return exits.failed;
  }
  const link = await inWork(services, system, (work) => newRecoveryLink(work, member.id));
  if (given.values['json'] === true) given.print(JSON.stringify({ email: member.email, link, expiresInHours: recoveryLife / hour }));
  else given.print(link);
  given.say({
    it: `Chi lo apre sceglie una nuova password per ${member.name}. Vale una volta sola; un altro link lo annulla.`,
    en: `Whoever opens it chooses a new password for ${member.name}. It works once; another link cancels it.`,
  });
  return exits.fine;
};

/** For an installation without a mailbox, where a forgotten password has no mail to come back by. */
export const userLink: Command = {
  name: 'user link',
  operands: 'ADDRESS',
  summary: { it: 'stampa il link con cui un collega sceglie una nuova password', en: 'prints the link by which a colleague chooses a new password' },
  options: { json: { type: 'boolean', words: { it: 'stampa JSON', en: 'prints JSON' } } },
  run: async (given) => {
    addressOf(given);
    const presa = await openPresa({ ...readConfig(given.env), logLevel: 'warn' }, given.env);
    try {
      return await makeLink(presa, given);
    } finally {
      await presa.close();
    }
  },
};
