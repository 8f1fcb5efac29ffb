import type { MailboxInput } from '#channels/email/contract.ts';
import { storeRaw } from '#channels/email/index.ts';
import { inWork, system } from '#base/work.ts';
import { foundCasaLumina, serviceAddress, type CasaLumina } from '../src/demo/company.ts';
import { startApp, type Client, type StartApp, type TestApp } from './server.ts';

export { serviceAddress };

/** A mail as a customer writes it; what a test does not name does not matter to it. */
export interface WrittenMail {
  readonly from: string;
  readonly subject?: string;
  readonly text: string;
  readonly to?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly headers?: readonly string[];
}

let written = 0;

/** The bytes of such a mail. Every one has an id of its own unless the test gives one. */
export const rawMail = ({ from, subject = 'Ordine 88213', text, to = serviceAddress, messageId, inReplyTo, headers = [] }: WrittenMail): Buffer => {
  written += 1;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${messageId ?? `mail-${written}@customer.example`}>`,
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: <${inReplyTo}>`, `References: <${inReplyTo}>`]),
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
};

export const elena = 'Elena Marchetti <elena.marchetti@posta.example>';
export const luca = 'Luca Ferri <luca.ferri@posta.example>';

export interface World extends CasaLumina {
  readonly app: TestApp;
  /** A signed-in client of one of the people. */
  as(person: keyof CasaLumina['people']): Promise<Client>;
  /** Hands a mail to the pipeline as if a server had delivered it, and lets everything happen that follows. */
  receives(mail: WrittenMail, envelopeTo?: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

interface WorldOptions extends StartApp {
  readonly servers?: Pick<MailboxInput, 'imap' | 'smtp'>;
}

/** Casa Lumina on a fresh database, at its start on a Tuesday morning in service hours unless the test says when. */
export const startWorld = async ({ servers, ...options }: WorldOptions = {}): Promise<World> => {
  const app = await startApp({ at: '2026-11-24T10:23:00+01:00', ...options });
  const company = await inWork(app.services, system, (work) => foundCasaLumina(work, servers === undefined ? {} : { servers }));
  return {
    ...company,
    app,
    as: (person) => app.signIn(company.people[person]),
    receives: async (mail, envelopeTo = [mail.to ?? serviceAddress]) => {
      await storeRaw(app.services, { raw: rawMail(mail), via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo });
      await app.sweep();
    },
    stop: () => app.stop(),
  };
};
