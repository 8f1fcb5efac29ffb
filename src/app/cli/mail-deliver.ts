import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { second } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Services } from '#base/services.ts';
import { email } from '#base/shapes.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import { fileMail, storeRaw } from '#channels/email/index.ts';
import { findCompany } from '#people/index.ts';
import { intake } from '../intake.ts';
import { openPresa } from '../start.ts';
import { BadUsage, exits, type Command, type Given } from './command.ts';
import { bytesOf } from './mail-inspect.ts';

const texts = defineTexts({
  it: {
    outcomes: {
      message: 'messaggio', department_answer: 'risposta di un reparto', duplicate: 'già arrivata, non conta due volte', bounce: 'avviso di mancato recapito', auto_reply: 'risposta automatica',
      receipt: 'ricevuta', feedback_report: 'segnalazione di un provider', loop: 'una mail nostra tornata indietro', set_aside: 'newsletter o invio di massa, messa da parte',
    } as Readonly<Record<string, string>>,
    onCase: (number: number) => `caso ${number}`,
    quarantined: (reason: string) => `in quarantena (${reason}): l’originale è al sicuro, la guarda una persona`,
    waiting: (reason: string) => `conservata, non ancora archiviata (${reason}): Presa riprova da sola`,
    knownBytes: 'la stessa mail, già ricevuta',
    isFolder: 'è una cartella: indichi i file, per esempio con *.eml',
    notThere: 'non c’è',
    unreadable: (code: string) => `non si legge (${code})`,
  },
  en: {
    outcomes: {
      message: 'message', department_answer: 'a department’s answer', duplicate: 'here already, counted once', bounce: 'a delivery failure', auto_reply: 'an automatic answer',
      receipt: 'a receipt', feedback_report: 'a provider’s report', loop: 'a mail of ours that came back', set_aside: 'a newsletter or bulk mail, set aside',
    },
    onCase: (number: number) => `case ${number}`,
    quarantined: (reason: string) => `in quarantine (${reason}): the original is safe, a person looks at it`,
    waiting: (reason: string) => `kept, not filed yet (${reason}): Presa tries again by itself`,
    knownBytes: 'the same mail, received before',
    isFolder: 'is a folder: name the files, for instance with *.eml',
    notThere: 'is not there',
    unreadable: (code: string) => `cannot be read (${code})`,
  },
});

interface Envelope {
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
}

const addresses = z.object({ to: z.array(email).default([]), from: z.union([email, z.literal('')]).optional() });

const envelopeOf = ({ values }: Given): Envelope => {
  const parsed = addresses.safeParse({ to: values['to'], from: values['from'] });
  if (parsed.success) return { envelopeTo: parsed.data.to, envelopeFrom: parsed.data.from ?? null };
  throw new BadUsage({ it: '--to e --from vogliono un indirizzo e-mail.', en: '--to and --from want an e-mail address.' });
};

interface Became {
  readonly file: string;
  readonly id: string;
  readonly isNew: boolean;
  readonly state: string;
  readonly outcome: string | null;
  readonly caseNumber: number | null;
  readonly reason: string | null;
}

const rowOf = ({ db }: Services, id: string) =>
  db.selectFrom('raw_mails').leftJoin('cases', 'cases.id', 'raw_mails.case_id').where('raw_mails.id', '=', id)
    .select(['raw_mails.state', 'raw_mails.outcome', 'raw_mails.reason', 'raw_mails.attempts', 'cases.number']).executeTakeFirstOrThrow();

const patience = 30 * second;

/** Files what waits, together with a server that may be running on the same data: each mail is taken by one of them. */
const filed = async (services: Services, id: string) => {
  const deadline = performance.now() + patience;
  for (;;) {
    await fileMail(services, intake);
    const row = await rowOf(services, id);
    // One that was tried and is put off is not waited for: it may take minutes.
    if (row.state !== 'waiting' || row.attempts > 0 || performance.now() > deadline) return row;
    await pause(100);
  }
};

const deliver = async (services: Services, file: string, raw: Buffer, envelope: Envelope): Promise<Became> => {
  const { id, isNew } = await storeRaw(services, { raw, via: 'command', mailboxId: null, ...envelope });
  const row = await filed(services, id);
  return { file, id, isNew, state: row.state, outcome: row.outcome, caseNumber: row.number, reason: row.reason };
};

const said = ({ file, isNew, state, outcome, caseNumber, reason }: Became, language: Language): string => {
  const words = texts[language];
  if (state === 'quarantined') return `${file}: ${words.quarantined(reason ?? '?')}`;
  if (state === 'waiting') return `${file}: ${words.waiting(reason ?? '?')}`;
  const kind = isNew ? (words.outcomes[outcome ?? ''] ?? outcome ?? '?') : words.knownBytes;
  return `${file}: ${[kind, ...(caseNumber === null ? [] : [words.onCase(caseNumber)])].join(', ')}`;
};

const whyUnread = (code: string, language: Language): string => {
  const words = texts[language];
  return code === 'EISDIR' ? words.isFolder : code === 'ENOENT' ? words.notThere : words.unreadable(code);
};

const deliverAll = async (services: Services, given: Given, envelope: Envelope): Promise<number> => {
  const { positionals, print, language } = given;
  const asJson = given.values['json'] === true;
  let exit: number = exits.fine;
  for (const file of positionals) {
    const bytes = await bytesOf(file);
    if (!(bytes instanceof Uint8Array)) {
      exit = exits.badData;
      if (asJson) print(JSON.stringify({ file, ...bytes }));
      else given.say({ it: `${file}: ${whyUnread(bytes.unreadable, 'it')}`, en: `${file}: ${whyUnread(bytes.unreadable, 'en')}` });
      continue;
    }
    const became = await deliver(services, file, Buffer.from(bytes), envelope);
    if (became.state !== 'done' && exit === exits.fine) exit = exits.failed;
    print(asJson ? JSON.stringify(became) : said(became, language));
  }
  return exit;
};

export const mailDeliver: Command = {
  name: 'mail deliver',
  operands: 'FILE…',
  summary: {
    it: 'consegna messaggi di posta a Presa come se li avesse ricevuti e dice che ne è stato, "-" per lo standard input',
    en: 'hands mail to Presa as if it had received it and says what became of it, "-" for standard input',
  },
  options: {
    to: { type: 'string', multiple: true, value: 'ADDRESS', words: { it: 'destinatario della busta, anche più d’uno', en: 'recipient on the envelope, several allowed' } },
    from: { type: 'string', value: 'ADDRESS', words: { it: 'mittente della busta', en: 'sender on the envelope' } },
    json: { type: 'boolean', words: { it: 'stampa JSON, un oggetto per riga', en: 'prints JSON, one object a line' } },
  },
  run: async (given) => {
    if (given.positionals.length === 0) throw new BadUsage({ it: 'Indichi almeno un file.', en: 'Name at least one file.' });
    const envelope = envelopeOf(given);
    const presa = await openPresa({ ...readConfig(given.env), logLevel: 'error' }, given.env);
    try {
      if ((await findCompany(presa.services.db)) !== null) return await deliverAll(presa.services, given, envelope);
      given.say({
        it: 'L’azienda non c’è ancora, e la posta non saprebbe a chi andare: avvii Presa con "presa start", o la riempia con "presa demo".',
        en: 'There is no company yet for mail to come to: run "presa start", or fill it with "presa demo".',
      });
      return exits.failed;
    } finally {
      await presa.close();
    }
  },
};
