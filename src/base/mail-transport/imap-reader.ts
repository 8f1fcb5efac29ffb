import type { ImapFlow, MailboxObject } from 'imapflow';

import { systemClock, type Clock } from '#base/clock.ts';

import { newClient, problemOf, type ImapAccount, type MailboxProblem } from './imap-account.ts';
import { MailboxBell } from './mailbox-bell.ts';
import { abortablePause } from './pause.ts';
import type { TransportLog } from './smtp-receiver.ts';

/** How far a mailbox is read. UIDs mean something only together with the UIDVALIDITY under which they were given. */
export interface MailboxCursor {
  /** A 32-bit number, as text. */
  readonly uidValidity: string;
  readonly lastUid: number;
}

export interface FetchedMail {
  readonly raw: Buffer;
  readonly uid: number;
  readonly uidValidity: string;
  /** When the server took it in. */
  readonly arrivedAt: Date | null;
  /** What the server says the whole mail measures; more than `raw` holds when it is beyond `maxBytes`, and then `cut` is true. */
  readonly bytes: number;
  readonly cut: boolean;
}

export interface MailboxState {
  readonly status: 'connecting' | 'connected' | 'waiting' | 'stopped';
  readonly connectedSince: Date | null;
  readonly lastMailAt: Date | null;
  readonly lastProblem: { readonly at: Date; readonly problem: MailboxProblem; readonly detail: string } | null;
  /** When `waiting`: the next try. */
  readonly retryAt: Date | null;
}

export interface WatchOptions {
  readonly account: ImapAccount;
  /** Where reading stopped last time; null on the first connection. */
  readonly cursor: MailboxCursor | null;
  /** On the first connection: read what is there already, or only what comes from now on. */
  readonly startFrom: 'all' | 'now';
  /** What the server took in before this instant is not ours to handle; it matters when UIDVALIDITY changes and all is read again. */
  readonly notBefore?: Date;
  /** A mail beyond this is fetched up to here and marked as cut. Default 50 MB. */
  readonly maxBytes?: number;
  /** Must resolve only when the mail is safe, and take the same mail twice without harm: after a crash or a new UIDVALIDITY it comes again. */
  store(mail: FetchedMail): Promise<void>;
  saveCursor(cursor: MailboxCursor): Promise<void>;
  onState(state: MailboxState): void;
  readonly log: TransportLog;
  /** Ends the watch: what is being stored is finished first. */
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  /** The first pause after a failure and the longest, in milliseconds. Default 1,000 and 300,000. */
  readonly backOff?: { readonly first: number; readonly longest: number };
  /** Look even when the server says nothing, in milliseconds: IDLE dies silently behind some firewalls. Default 120,000. */
  readonly lookEvery?: number;
}

const defaultMaxBytes = 50_000_000;

/**
 * Reads a mailbox for as long as `signal` lets it: every mail once and in order, one at a time, the cursor moving only after the mail
 * is stored. Flags are neither read nor set (but for what is marked \Deleted: its owner threw it away), so people may use the mailbox
 * beside us. Any failure is told by `onState` and tried again, ever more slowly. Resolves when stopped; never rejects.
 */
export const watchMailbox = async (options: WatchOptions): Promise<void> => {
  const clock = options.clock ?? systemClock;
  const watch = new Watch(options, clock);
  const { first, longest } = options.backOff ?? { first: 1_000, longest: 300_000 };
  let failures = 0;
  while (!options.signal.aborted) {
    const readBefore = watch.mailsRead;
    try {
      await watch.session(() => { failures = 0; });
    } catch (error) {
      if (options.signal.aborted) break;
      // Having read something shows that all is well but for the last step; then the next try need not wait long.
      failures = watch.mailsRead > readBefore ? 1 : failures + 1;
      const ceiling = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
      // Half fixed, half random: mailboxes of one provider must not come back all in the same second.
      const wait = ceiling / 2 + (Math.random() * ceiling) / 2;
      watch.failed(error, new Date(clock.now().getTime() + wait));
      await abortablePause(wait, options.signal);
    }
  }
  watch.stopped();
};

/** A store that fails speaks of us, not of the mailbox. */
class NotStored extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'NotStored';
  }
}

class Watch {
  mailsRead = 0;
  readonly #options: WatchOptions;
  readonly #clock: Clock;
  #cursor: MailboxCursor | null;
  #state: MailboxState = { status: 'connecting', connectedSince: null, lastMailAt: null, lastProblem: null, retryAt: null };

  constructor(options: WatchOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
    this.#cursor = options.cursor;
  }

  /** One connection, from login to its end. Rejects when it breaks; resolves only when the watch is stopped. */
  async session(onHealthy: () => void): Promise<void> {
    const { account, signal, maxBytes = defaultMaxBytes } = this.#options;
    this.#tell({ status: 'connecting', retryAt: null });
    const client = newClient(account, maxBytes);
    const bell = new MailboxBell(client, signal);
    try {
      await client.connect();
      const mailbox = await client.mailboxOpen(account.folder ?? 'INBOX', { readOnly: true });
      const cursor = await this.#startingPoint(mailbox);
      this.#tell({ status: 'connected', connectedSince: this.#clock.now() });
      await this.#follow(client, bell, cursor, onHealthy);
    } finally {
      bell.silence();
      client.close();
    }
  }

  failed(error: unknown, retryAt: Date): void {
    const told = error instanceof NotStored ? { problem: 'not_stored' as const, detail: error.message } : problemOf(error);
    this.#options.log.warn({ ...told, host: this.#options.account.host }, 'a mailbox cannot be read for now');
    this.#tell({ status: 'waiting', connectedSince: null, retryAt, lastProblem: { at: this.#clock.now(), ...told } });
  }

  stopped(): void {
    this.#tell({ status: 'stopped', connectedSince: null, retryAt: null });
  }

  #tell(change: Partial<MailboxState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.onState(this.#state);
  }

  async #startingPoint(mailbox: MailboxObject): Promise<MailboxCursor> {
    const uidValidity = String(mailbox.uidValidity);
    if (this.#cursor?.uidValidity === uidValidity) return this.#cursor;
    const isFirst = this.#cursor === null;
    if (!isFirst) this.#options.log.warn({ host: this.#options.account.host }, 'the mailbox numbers its mails anew; all of them are read again');
    const lastUid = isFirst && this.#options.startFrom === 'now' ? mailbox.uidNext - 1 : 0;
    return this.#advance({ uidValidity, lastUid });
  }

  async #advance(cursor: MailboxCursor): Promise<MailboxCursor> {
    try {
      await this.#options.saveCursor(cursor);
    } catch (error) {
      throw new NotStored(error);
    }
    this.#cursor = cursor;
    return cursor;
  }

  async #follow(client: ImapFlow, bell: MailboxBell, start: MailboxCursor, onHealthy: () => void): Promise<void> {
    let cursor = start;
    while (!this.#options.signal.aborted) {
      bell.rearm();
      // A server tells of new mails only with the answer to some command; without this one, those that came during IDLE are missed.
      await client.noop();
      cursor = await this.#readNew(client, cursor);
      onHealthy();
      await bell.rings(this.#options.lookEvery ?? 120_000);
    }
  }

  async #readNew(client: ImapFlow, start: MailboxCursor): Promise<MailboxCursor> {
    let cursor = start;
    const found = await client.search({ uid: `${String(start.lastUid + 1)}:*`, deleted: false }, { uid: true });
    if (!Array.isArray(found)) throw new Error('The server did not say which mails there are.');
    // "n:*" names the last mail even when its number is below n.
    const uids = found.filter((uid) => uid > start.lastUid).sort((one, other) => one - other);
    for (const uid of uids) {
      if (this.#options.signal.aborted) break;
      await this.#readOne(client, uid, cursor.uidValidity);
      cursor = await this.#advance({ ...cursor, lastUid: uid });
    }
    return cursor;
  }

  async #readOne(client: ImapFlow, uid: number, uidValidity: string): Promise<void> {
    const { maxBytes = defaultMaxBytes, notBefore, store } = this.#options;
    const query = { uid: true, size: true, internalDate: true, source: { start: 0, maxLength: maxBytes } };
    const message = await client.fetchOne(String(uid), query, { uid: true });
    // Somebody removed it between the search and now: there is nothing left to read.
    if (!message || message.source === undefined) {
      if (!client.usable) throw new Error('The connection was lost.');
      return;
    }
    const arrivedAt = message.internalDate === undefined ? null : new Date(message.internalDate);
    if (notBefore !== undefined && arrivedAt !== null && arrivedAt < notBefore) return;
    const bytes = message.size ?? message.source.byteLength;
    try {
      await store({ raw: message.source, uid, uidValidity, arrivedAt, bytes, cut: bytes > maxBytes });
    } catch (error) {
      throw new NotStored(error);
    }
    this.mailsRead += 1;
    this.#tell({ lastMailAt: this.#clock.now() });
  }
}
