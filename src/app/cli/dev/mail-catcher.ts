import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { isUnderstood, understandMail } from '#channels/email/index.ts';

export interface MailCatcher {
  readonly port: number;
  stop(): Promise<void>;
}

const said = async (raw: Uint8Array, recipients: readonly string[]): Promise<string> => {
  const mail = await understandMail(raw);
  if (!isUnderstood(mail)) return `(${mail.notUnderstood})`;
  return `--- ${mail.from?.address ?? '?'} → ${recipients.join(', ')}\n    ${mail.subject}\n${mail.text.trim().replaceAll(/^/gmu, '    ')}\n---`;
};

/** Takes every mail that is sent to it, from anybody to anybody, prints it, and delivers nothing. Listens on this machine alone. */
export const startMailCatcher = async (port: number, print: (text: string) => void): Promise<MailCatcher> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anybody' }),
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => said(raw, recipients))
        .then((text) => {
          print(text);
          done();
        }, done);
    },
  });
  // A client that hangs up in the middle is its own affair.
  server.on('error', (error) => print(`mail: ${error.message}`));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
