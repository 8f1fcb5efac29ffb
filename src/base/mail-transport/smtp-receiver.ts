import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  /** As it came over the wire, dot-stuffing undone, nothing added. */
  readonly raw: Buffer;
  /** MAIL FROM; '' is the null sender of bounces. */
  readonly envelopeFrom: string;
  /** Those recipients that were accepted, as the sender wrote them. */
  readonly envelopeTo: readonly string[];
  /** The address of the machine that handed it over. */
  readonly remote: string;
}

/** Where a transport writes what operators read; contents of mails never go here. */
export interface TransportLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface ReceiverOptions {
  readonly protocol: 'smtp' | 'lmtp';
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Announced to senders by SIZE; a mail beyond it is refused for good (552) before it costs more than its transfer. */
  readonly maxBytes: number;
  /** Is this an address of ours? Anything else is refused (550): this server relays for nobody. */
  accepts(address: string): Promise<boolean>;
  /** Must resolve only when the mail is safe on disk: the sender forgets it then. A rejection makes the sender try again later. */
  store(mail: ReceivedMail): Promise<void>;
  readonly log: TransportLog;
  /** The name in the greeting. */
  readonly name?: string;
  /** PEM; without it STARTTLS is not offered: a certificate whose key is public would only pretend. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly maxConnections?: number;
  readonly maxRecipients?: number;
  /** Milliseconds of silence after which a sender is cut off. */
  readonly idleMs?: number;
}

export interface Receiver {
  readonly port: number;
  /** Takes no new connection, lets running transfers end for five seconds, then cuts them: their senders have no 250 and come again. */
  close(): Promise<void>;
}

const refusal = (code: number, message: string): Error => Object.assign(new Error(message), { responseCode: code });
const closeMs = 5_000;

/** Listens for mail from other servers. Says 250 only after `store` resolved. Rejects when the port cannot be had. */
export const startReceiver = async (options: ReceiverOptions): Promise<Receiver> => {
  const server = new SMTPServer({
    lmtp: options.protocol === 'lmtp',
    name: options.name ?? 'presa',
    banner: 'Presa',
    size: options.maxBytes,
    rejectOversized: true,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...options.tls,
    maxClients: options.maxConnections ?? 50,
    socketTimeout: options.idleMs ?? 120_000,
    closeTimeout: closeMs,
    logger: false,
    onRcptTo: (address, session, done) => void admit(options, address.address, session).then(done),
    onData: (stream, session, done) => void take(options, stream, session).then((answer) => (answer instanceof Error ? done(answer) : done(null, answer))),
  });
  server.on('error', (error: Error) => options.log.warn({ reason: error.message }, 'a sender caused an error'));
  const port = await listening(server, options);
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
};

const listening = (server: SMTPServer, { host, port }: ReceiverOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Null to accept the recipient, an error with the answer otherwise. */
const admit = async (options: ReceiverOptions, address: string, session: SMTPServerSession): Promise<Error | null> => {
  const alreadyIn = session.envelope.rcptTo.length;
  if (alreadyIn >= (options.maxRecipients ?? 100)) return refusal(452, '4.5.3 Too many recipients, send the rest in another transaction');
  try {
    return (await options.accepts(address)) ? null : refusal(550, '5.1.1 No such mailbox here');
  } catch (error) {
    options.log.warn({ reason: reasonOf(error) }, 'could not tell whether a recipient is ours');
    return refusal(451, '4.3.0 Try again later');
  }
};

/** The answer to the whole mail: words for 250, or an error with its code. */
const take = async (options: ReceiverOptions, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string | Error> => {
  let raw: Buffer | null;
  try {
    raw = await whole(stream, options.maxBytes);
  } catch (error) {
    // The connection broke within the mail. What came is not the mail, and the sender knows that it was not taken.
    options.log.warn({ reason: reasonOf(error), remote: session.remoteAddress }, 'a transfer broke off');
    return refusal(451, '4.4.2 The transfer broke off');
  }
  if (raw === null) return refusal(552, '5.3.4 The message is larger than this server takes');
  const { mailFrom, rcptTo } = session.envelope;
  try {
    await options.store({
      raw,
      envelopeFrom: mailFrom ? mailFrom.address : '',
      envelopeTo: rcptTo.map(({ address }) => address),
      remote: session.remoteAddress,
    });
    return '2.0.0 Stored';
  } catch (error) {
    options.log.warn({ reason: reasonOf(error), bytes: raw.byteLength }, 'a mail could not be stored and stays with its sender');
    return refusal(451, '4.3.0 Not stored, try again later');
  }
};

/** All bytes, or null when there are more than `maxBytes`: then the rest is read away, not kept. Rejects when the stream breaks. */
const whole = async (stream: SMTPServerDataStream, maxBytes: number): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes > maxBytes ? null : Buffer.concat(chunks);
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
