import { BadUsage, exits, type Command } from './command.ts';

const whole = (value: unknown, name: string, usual: number): number => {
  if (value === undefined) return usual;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new BadUsage({ it: `--${name} vuole un numero intero, non "${String(value)}".`, en: `--${name} takes a whole number, not "${String(value)}".` });
};

export const bench: Command = {
  name: 'bench',
  operands: 'ingest|list|open|search|live|sweep|learn|start|mail',
  summary: {
    it: 'misura Presa accanto al solo database, sulla stessa macchina, e stampa JSON; PRESA_BENCH_DATA tiene i dati per la volta dopo, PRESA_MAIL_CORPUS dice dove stanno i messaggi da leggere',
    en: 'measures Presa beside the bare database on the same machine and prints JSON; PRESA_BENCH_DATA keeps the data for the next time, PRESA_MAIL_CORPUS says where the mails to be read are',
  },
  options: {
    cases: { type: 'string', value: 'N', words: { it: 'quanti casi, con dieci messaggi ciascuno (10000)', en: 'how many cases, of ten messages each (10000)' } },
    seconds: { type: 'string', value: 'S', words: { it: 'per quanto si misura (20)', en: 'how long it measures (20)' } },
    growth: { type: 'boolean', words: { it: 'misura anche un decimo dei casi e dice quanto cresce', en: 'measures a tenth of the cases as well, and says how much it grows' } },
  },
  run: async ({ values, positionals, env, print }) => {
    // Not at the top: nobody who starts Presa needs what only measures it.
    const { kinds, runBench } = await import('../../../bench/run.ts');
    const kind = kinds.find((one) => one === positionals[0]);
    if (kind === undefined || positionals.length > 1) throw new BadUsage({ it: `Che cosa misurare: ${kinds.join(', ')}.`, en: `What to measure: ${kinds.join(', ')}.` });
    const asked = { kind, cases: whole(values['cases'], 'cases', 10_000), seconds: whole(values['seconds'], 'seconds', 20), growth: values['growth'] === true, env };
    print(JSON.stringify(await runBench({ ...asked, say: (text) => process.stderr.write(`${text}\n`) }), null, 2));
    return exits.fine;
  },
};
