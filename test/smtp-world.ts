import nodemailer from 'nodemailer';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { minute } from '#base/clock.ts';
import { startTransports } from '#channels/email/index.ts';
import { openMailSink, type MailSink } from './mail-sink.ts';
import { serviceAddress, startWorld, type World } from './world.ts';

export interface SentMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly to?: string;
  readonly inReplyTo?: string;
}

/** Casa Lumina with real SMTP both ways: mail reaches its own receiver, and what it sends ends in a sink. */
export interface SmtpWorld extends World {
  readonly sink: MailSink;
  /** Sends a mail to the company and lets everything follow. */
  sends(mail: SentMail): Promise<void>;
  /** Sends many over a few connections, and lets everything follow once they are all there. */
  sendsAll(mails: readonly SentMail[]): Promise<void>;
  /** The same, where it opens a case: its id. */
  writes(mail: SentMail): Promise<string>;
  /** Lets time pass until `instant`, in quarters of an hour unless said otherwise. */
  until(instant: string, step?: number): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
};

export const startSmtpWorld = async (at: string, refuses?: (address: string) => boolean): Promise<SmtpWorld> => {
  const [sink, receiver] = [await openMailSink(refuses), await freePort()];
  const world = await startWorld({
    at, env: { PRESA_SMTP_PORT: String(receiver) },
    servers: { imap: { host: '127.0.0.1', port: 1, security: 'none', user: 'nessuno', password: 'nessuna' }, smtp: { host: '127.0.0.1', port: sink.port, security: 'none', user: '' } },
  });
  // Mail comes by our own receiver: there is no mailbox to look into.
  await world.app.db.updateTable('mailboxes').set({ imap: null }).execute();
  const transports = await startTransports(world.app.services);
  const { db, clock } = world.app;
  const stored = async (): Promise<number> => (await db.selectFrom('raw_mails').select('id').execute()).length;
  const sendsAll: SmtpWorld['sendsAll'] = async (mails) => {
    const before = await stored();
    const client = nodemailer.createTransport({ host: '127.0.0.1', port: receiver, secure: false, ignoreTLS: true, pool: true, maxConnections: 4, maxMessages: 1_000 });
    await Promise.all(mails.map(({ to = serviceAddress, ...mail }) => client.sendMail({ ...mail, to })));
    client.close();
    for (let tries = 0; (await stored()) < before + mails.length; tries += 1) {
      if (tries > 400) throw new Error('The mail did not arrive within ten seconds.');
      await pause(25);
    }
    await world.app.sweep();
  };
  const sends: SmtpWorld['sends'] = (mail) => sendsAll([mail]);
  return {
    ...world,
    sink,
    sendsAll,
    sends,
    writes: async (mail) => {
      await sends(mail);
      return (await db.selectFrom('cases').orderBy('number', 'desc').limit(1).select('id').executeTakeFirstOrThrow()).id;
    },
    until: (instant, step = 15 * minute) => world.app.advance(new Date(instant).getTime() - clock.now().getTime(), { step }),
    stop: async () => {
      await transports.stop();
      await world.stop();
      await sink.close();
    },
  };
};
