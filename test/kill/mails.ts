import { createHash } from 'node:crypto';
import { rawMail, serviceAddress } from '../world.ts';
import type { Seeded } from './seeded.ts';

/** One mail of the run, and what has to become of it. */
export interface PlannedMail {
  readonly messageId: string;
  readonly from: string;
  readonly raw: Buffer;
  readonly sha256: string;
  /** The mail that it answers; it leaves only when that one was acknowledged, as a person answers what they have sent. */
  readonly answers: PlannedMail | null;
  /** The mail that opens the case in which it must stand; itself where it opens one. */
  readonly opener: string;
  readonly hasFile: boolean;
}

const topics = ['consegna', 'collo mancante', 'reso', 'rimborso', 'garanzia', 'montaggio', 'fattura', 'ordine'] as const;
const sentences = [
  'Buongiorno, il secondo collo non è ancora arrivato.',
  'La lampada Lumina 3 arriva senza il driver D40: come si procede?',
  'Vi ho già scritto lunedì e non ho saputo più niente.',
  'Il cavo è troppo corto, ne esiste uno più lungo?',
  'Chiedo a che punto è il rimborso, grazie.',
  '.Una riga che comincia con un punto, come capita nella posta.',
] as const;

interface Writing {
  readonly place: number;
  readonly customer: number;
  readonly answers: PlannedMail | null;
  readonly isStranger: boolean;
  readonly random: Seeded;
  readonly run: string;
}

const boundary = 'parte-del-messaggio';

const withFile = (text: string, file: string): { headers: string[]; text: string } => ({
  headers: [`Content-Type: multipart/mixed; boundary="${boundary}"`],
  text: [
    `--${boundary}`, 'Content-Type: text/plain; charset=utf-8', '', text,
    `--${boundary}`, 'Content-Type: text/plain; name="ordine.txt"', 'Content-Disposition: attachment; filename="ordine.txt"', '', file,
    `--${boundary}--`,
  ].join('\r\n'),
});

const write = ({ place, customer, answers, isStranger, random, run }: Writing): PlannedMail => {
  const messageId = `${run}-${place}@posta.example`;
  const from = isStranger ? `estraneo-${place}@altrove.example` : `cliente-${customer}@posta.example`;
  const words = Array.from({ length: random.between(1, 12) }, () => random.pick(sentences)).join('\r\n');
  const hasFile = random.next() < 0.1;
  const text = `${words}\r\nRiferimento ${place}.`;
  const body = hasFile ? withFile(text, `Ordine ${place}, ${run}`) : { headers: [], text };
  const raw = rawMail({
    from: `Cliente ${customer} <${from}>`,
    subject: `${answers === null ? '' : 'Re: '}${random.pick(topics)} ${place}`,
    messageId,
    ...(answers === null ? {} : { inReplyTo: answers.messageId }),
    ...body,
  });
  // The test's own mails carry one content type; a mail with a file brings another.
  const bytes = hasFile ? Buffer.from(raw.toString('utf8').replace('Content-Type: text/plain; charset=utf-8\r\n', ''), 'utf8') : raw;
  const opener = answers === null || isStranger ? messageId : answers.opener;
  return { messageId, from, raw: bytes, sha256: createHash('sha256').update(bytes).digest('hex'), answers, opener, hasFile };
};

const strangerEvery = 10;

/**
 * `count` mails of `count / 4` customers: three in ten answer an earlier one of the same customer. Of those answers one in ten comes
 * from a stranger who only quotes the id, and must not get into the case.
 */
export const planMails = (count: number, random: Seeded, run: string): PlannedMail[] => {
  const mails: PlannedMail[] = [];
  let replies = 0;
  for (let place = 0; place < count; place += 1) {
    const customer = random.between(1, Math.ceil(count / 4));
    const earlier = mails.filter((mail) => mail.from === `cliente-${customer}@posta.example`);
    const answers = random.next() < 0.45 && earlier.length > 0 ? random.pick(earlier) : null;
    if (answers !== null) replies += 1;
    mails.push(write({ place, customer, answers, isStranger: answers !== null && replies % strangerEvery === 0, random, run }));
  }
  return mails;
};

export { serviceAddress };
