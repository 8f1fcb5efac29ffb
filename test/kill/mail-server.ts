import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { SMTPServer } from 'smtp-server';
import { openConnection } from '#base/mail-transport/smtp-account.ts';
import { serviceAddress, type PlannedMail } from './mails.ts';

/** What a mail server knows of the mails that it hands over to Presa. */
export interface HandedOver {
  readonly acknowledged: ReadonlySet<string>;
  /** Tries that ended without a 250: refused for now, cut off, nobody there. */
  readonly failures: number;
  /** The answers that were neither a 250 nor a broken connection. */
  readonly refusals: ReadonlyMap<number, number>;
}

interface Handing {
  readonly port: number;
  readonly mails: readonly PlannedMail[];
  readonly connections: number;
  /** Milliseconds after which it gives up; what is not acknowledged then is missing in the answer. */
  readonly within: number;
  readonly onAcknowledged?: (count: number) => void;
  readonly onFailure?: () => void;
}

interface Line {
  /** Resolves when the mail was acknowledged. */
  send(mail: PlannedMail): Promise<void>;
  hangUp(): void;
}

/** One connection that carries mail after mail, and is opened anew when it broke. */
const lineTo = (port: number): Line => {
  let open: SMTPConnection | undefined;
  const hangUp = (): void => {
    open?.close();
    open = undefined;
  };
  return {
    hangUp,
    send: async (mail) => {
      try {
        open ??= await openConnection({ host: '127.0.0.1', port, security: 'none', auth: null, silenceMs: 10_000 });
        await sendOn(open, mail);
      } catch (error) {
        hangUp();
        throw error;
      }
    },
  };
};

const sendOn = (connection: SMTPConnection, mail: PlannedMail): Promise<void> =>
  new Promise((resolve, reject) => {
    const broken = (error?: Error): void => reject(error ?? new Error('The connection ended before the answer.'));
    connection.once('error', broken).once('end', broken);
    connection.send({ from: mail.from, to: [serviceAddress] }, mail.raw, (error) => {
      connection.off('error', broken).off('end', broken);
      if (error === null) resolve();
      else reject(error);
    });
  });

/** Hands mails over as other mail servers do: on several connections, each again and again until it is acknowledged, never after. */
export const handOver = async ({ port, mails, connections, within, onAcknowledged, onFailure }: Handing): Promise<HandedOver> => {
  const deadline = performance.now() + within;
  const waiting = [...mails];
  const acknowledged = new Set<string>();
  const refusals = new Map<number, number>();
  let failures = 0;

  const next = (): PlannedMail | undefined => {
    const place = waiting.findIndex(({ answers }) => answers === null || acknowledged.has(answers.messageId));
    return place === -1 ? undefined : waiting.splice(place, 1)[0];
  };
  const tryOnce = async (line: Line, mail: PlannedMail): Promise<boolean> => {
    try {
      await line.send(mail);
      return true;
    } catch (error) {
      failures += 1;
      const code = (error as { responseCode?: number }).responseCode;
      if (code !== undefined) refusals.set(code, (refusals.get(code) ?? 0) + 1);
      onFailure?.();
      return false;
    }
  };
  const work = async (): Promise<void> => {
    const line = lineTo(port);
    while (waiting.length > 0 && performance.now() < deadline) {
      const mail = next();
      if (mail === undefined) {
        await pause(5);
        continue;
      }
      while (!(await tryOnce(line, mail))) {
        if (performance.now() >= deadline) return;
        await pause(40);
      }
      acknowledged.add(mail.messageId);
      onAcknowledged?.(acknowledged.size);
    }
    line.hangUp();
  };
  await Promise.all(Array.from({ length: connections }, work));
  return { acknowledged, failures, refusals };
};

export interface Sink {
  readonly port: number;
  /** Recipient → how often a mail for them was taken. */
  readonly taken: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** The server that takes what Presa sends. */
export const startSink = async (): Promise<Sink> => {
  const taken = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) taken.set(address, (taken.get(address) ?? 0) + 1);
        done();
      });
    },
  });
  // A sender that is killed within a mail is what this test does; the connection that breaks is no news.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, close: () => new Promise((resolve) => server.close(() => resolve())) };
};
