import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** How to reach the server that sends our mail. */
export interface SmtpAccount {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the start (465). `starttls`: refused without it (587). `none`: only for a server on this machine. */
  readonly security: 'implicit' | 'starttls' | 'none';
  readonly auth: { readonly user: string; readonly pass: string } | null;
  /** What we call ourselves in EHLO. */
  readonly name?: string;
  /** Connections at a time to this account; providers count them. Default 2. */
  readonly maxConnections?: number;
  /** Milliseconds of silence after which a server is given up. Default 60,000. */
  readonly silenceMs?: number;
}

/** Connected and logged in. Rejects with nodemailer's error; the socket is then closed. */
export const openConnection = (account: SmtpAccount): Promise<SMTPConnection> => {
  const silence = account.silenceMs ?? 60_000;
  const connection = new SMTPConnection({
    host: account.host,
    port: account.port,
    secure: account.security === 'implicit',
    requireTLS: account.security === 'starttls',
    ignoreTLS: account.security === 'none',
    ...(account.name === undefined ? {} : { name: account.name }),
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    logger: false,
  });
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      connection.close();
      reject(error);
    };
    connection.once('error', failed);
    const ready = (): void => {
      connection.off('error', failed);
      resolve(connection);
    };
    connection.connect((error) => {
      if (error) failed(error);
      else if (account.auth === null) ready();
      else connection.login({ user: account.auth.user, pass: account.auth.pass }, (refused) => (refused ? failed(refused) : ready()));
    });
  });
};
