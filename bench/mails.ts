import { serviceAddress } from '../src/demo/company.ts';

export interface BenchMail {
  readonly from: string;
  readonly messageId: string;
  readonly raw: Buffer;
}

const lines = [
  'Buongiorno, il secondo collo del mio ordine non è ancora arrivato e dal sito del corriere non si capisce dove sia finito.',
  'Avevamo parlato al telefono con una vostra collega che mi aveva promesso una risposta entro giovedì pomeriggio.',
  'La garanzia dovrebbe coprire anche la vernice che si stacca: come si registra il prodotto comprato in negozio?',
  'Il cavo della lampada è troppo corto per la nostra parete: ne esiste uno più lungo da ordinare come ricambio?',
] as const;

/** Ordinary mail: text beside HTML, a quotation, some 6 kB; three in ten answer an earlier one; half are of customers we know. */
export const mailsOf = (count: number, run: string): BenchMail[] => {
  const mails: BenchMail[] = [];
  for (let place = 0; place < count; place += 1) {
    const answers = place % 10 < 3 && place > 10 ? mails[place - 10] : undefined;
    const from = answers?.from ?? (place % 2 === 0 ? `cliente${(place * 37) % 900 + 1}@posta.example` : `nuovo-${run}-${place}@posta.example`);
    const messageId = `${run}-${place}@posta.example`;
    const words = Array.from({ length: 4 + (place % 9) }, (_, line) => lines[(place + line) % lines.length]!);
    const quoted = words.map((line) => `> ${line}`);
    const boundary = `b-${run}-${place}`;
    const raw = [
      `From: "Cliente ${place}" <${from}>`, `To: ${serviceAddress}`, `Subject: ${answers === undefined ? '' : 'Re: '}Ordine ${80_000 + place}`, `Message-ID: <${messageId}>`,
      ...(answers === undefined ? [] : [`In-Reply-To: <${answers.messageId}>`, `References: <${answers.messageId}>`]),
      `Date: ${new Date().toUTCString()}`, 'MIME-Version: 1.0', `Content-Type: multipart/alternative; boundary="${boundary}"`, '',
      `--${boundary}`, 'Content-Type: text/plain; charset=utf-8', '', ...words, '', 'Il giorno 3 novembre 2026 alle 10:12 Casa Lumina ha scritto:', ...quoted,
      `--${boundary}`, 'Content-Type: text/html; charset=utf-8', '', `<html><body>${words.map((line) => `<p style="margin:0">${line}</p>`).join('')}<blockquote>${quoted.join('<br>')}</blockquote></body></html>`,
      `--${boundary}--`, '',
    ].join('\r\n');
    mails.push({ from, messageId, raw: Buffer.from(raw, 'utf8') });
  }
  return mails;
};
