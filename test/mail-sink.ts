import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { understandMail } from '#channels/email/understand.ts';
import { isUnderstood, type UnderstoodMail } from '#channels/email/understood-mail.ts';

export interface SunkMail {
  readonly to: string;
  readonly raw: Buffer;
  readonly mail: UnderstoodMail;
}

export interface MailSink {
  readonly port: number;
  /** Everything that was sent to that address, oldest first. */
  mailsTo(address: string): readonly SunkMail[];
  readonly all: readonly SunkMail[];
  close(): Promise<void>;
}

/** A real SMTP server that takes every mail but those to addresses it `refuses`, and sends none on: what the program says to the world ends here. */
export const openMailSink = async (refuses: (address: string) => boolean = () => false): Promise<MailSink> => {
  const all: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => done(refuses(address) ? Object.assign(new Error('No such user here'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      void buffer(stream).then(async (raw) => {
        const mail = await understandMail(raw);
        if (isUnderstood(mail)) all.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw, mail });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    all,
    mailsTo: (address) => all.filter((sunk) => sunk.to === address),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
