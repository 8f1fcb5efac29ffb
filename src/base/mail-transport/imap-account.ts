import { ImapFlow } from 'imapflow';

/** How to reach a mailbox that we read. */
export interface ImapAccount {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the start (993). `starttls`: refused without it (143). `none`: only for a server on this machine. */
  readonly security: 'implicit' | 'starttls' | 'none';
  readonly auth: { readonly user: string; readonly pass: string } | { readonly user: string; readonly accessToken: string };
  /** Default INBOX. */
  readonly folder?: string;
}

export type MailboxProblem = 'login_refused' | 'unreachable' | 'not_secure' | 'no_such_folder' | 'connection_lost' | 'not_stored' | 'server_refused';

const silenceMs = 60_000;

/** A client for one connection, not yet connected. `maxBytes` bounds what any one answer of the server may make us hold. */
export const newClient = (account: ImapAccount, maxBytes: number): ImapFlow =>
  new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === 'implicit',
    ...(account.security === 'implicit' ? {} : { doSTARTTLS: account.security === 'starttls' }),
    auth: account.auth,
    logger: false,
    disableAutoIdle: true,
    clientInfo: { name: 'Presa' },
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    // A server behind a dead router is noticed by the regular look at the mailbox, which must come before this.
    socketTimeout: 5 * silenceMs,
    maxLiteralSize: maxBytes + 1_000_000,
    maxResponseSize: maxBytes + 2_000_000,
  });

interface ImapFailure {
  readonly message: string;
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly serverResponseCode?: string;
  readonly responseText?: string;
  readonly responseStatus?: string;
  readonly mailboxMissing?: boolean;
}

const networkCodes = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|GREEETING_TIMEOUT|GREETING_TIMEOUT)$/;

/** What went wrong, as a word that texts exist for, and the server's own words. */
export const problemOf = (error: unknown): { problem: MailboxProblem; detail: string } => {
  const failure: ImapFailure = error instanceof Error ? (error as ImapFailure & Error) : { message: String(error) };
  const detail = (failure.responseText ?? failure.message).slice(0, 300);
  if (failure.authenticationFailed === true) return { problem: 'login_refused', detail };
  if (failure.mailboxMissing === true || failure.serverResponseCode === 'NONEXISTENT') return { problem: 'no_such_folder', detail };
  if (networkCodes.test(failure.code ?? '')) return { problem: 'unreachable', detail };
  if (/certificate|STARTTLS|TLS|SSL/i.test(`${failure.code ?? ''} ${failure.message}`)) return { problem: 'not_secure', detail };
  return { problem: failure.responseStatus === undefined ? 'connection_lost' : 'server_refused', detail };
};
