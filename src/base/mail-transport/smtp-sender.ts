import { Readable } from 'node:stream';

import type SMTPConnection from 'nodemailer/lib/smtp-connection';

import { openConnection, type SmtpAccount } from './smtp-account.ts';

export interface Delivery {
  /** `from` is '' for the null sender. One recipient: one delivery, so that a refused address stops nobody else's mail. */
  readonly envelope: { readonly from: string; readonly to: readonly [string] };
  readonly raw: Buffer;
}

/** How far a delivery came: what refused it tells who must act (the operator for `connect` and `login`, the owner for `recipient`). */
export type DeliveryStage = 'connect' | 'login' | 'sender' | 'recipient' | 'data';

export type DeliveryOutcome =
  | { readonly accepted: true; readonly response: string }
  | { readonly accepted: false; readonly temporary: boolean; readonly stage: DeliveryStage; readonly response: string }
  /** All of the mail went over and no answer came. Sending again may deliver it twice, not sending may lose it: a person decides. */
  | { readonly accepted: 'unknown'; readonly response: string };

export interface SmtpSender {
  /** Never rejects for what a server or the network does; every outcome is a value. */
  sendVia(account: SmtpAccount, delivery: Delivery): Promise<DeliveryOutcome>;
  /** Connects and logs in, sends nothing: for "test this account". */
  tryOut(account: SmtpAccount): Promise<DeliveryOutcome>;
  close(): Promise<void>;
}

/** Servers end sessions after some hundreds of mails or some idle time; a connection is left before they do. */
const mailsPerConnection = 100;
const idleMs = 20_000;

interface Pooled {
  readonly connection: SMTPConnection;
  mails: number;
  timer: NodeJS.Timeout | null;
}

interface Pool {
  readonly idle: Pooled[];
  readonly waiting: (() => void)[];
  open: number;
}

/** Keeps a few connections for each account and hands mails over one at a time on each. */
export const createSmtpSender = (): SmtpSender => {
  const pools = new Map<string, Pool>();
  const poolOf = (account: SmtpAccount): Pool => {
    const key = JSON.stringify(account);
    const pool = pools.get(key) ?? { idle: [], waiting: [], open: 0 };
    pools.set(key, pool);
    return pool;
  };
  return {
    sendVia: async (account, delivery) => {
      const pool = poolOf(account);
      await turn(pool, account.maxConnections ?? 2);
      try {
        return await sendOnce(account, pool, delivery);
      } finally {
        pool.open -= 1;
        pool.waiting.shift()?.();
      }
    },
    tryOut: async (account) => {
      try {
        const connection = await openConnection(account);
        connection.quit();
        return { accepted: true, response: 'logged in' };
      } catch (error) {
        return refusalOf(error, 'connect');
      }
    },
    close: async () => {
      for (const pool of pools.values()) for (const pooled of pool.idle.splice(0)) discard(pooled);
    },
  };
};

const turn = async (pool: Pool, most: number): Promise<void> => {
  while (pool.open >= most) await new Promise<void>((resolve) => pool.waiting.push(resolve));
  pool.open += 1;
};

const sendOnce = async (account: SmtpAccount, pool: Pool, delivery: Delivery): Promise<DeliveryOutcome> => {
  const kept = takeIdle(pool);
  if (kept !== null) {
    const outcome = await handOver(kept, pool, delivery);
    // The server may have closed a kept connection meanwhile. Nothing of the mail went over it: a fresh one is worth a try at once.
    if (outcome.accepted !== false || outcome.stage !== 'connect') return outcome;
  }
  try {
    const connection = await openConnection(account);
    return await handOver({ connection, mails: 0, timer: null }, pool, delivery);
  } catch (error) {
    return refusalOf(error, 'connect');
  }
};

const handOver = async (pooled: Pooled, pool: Pool, { envelope, raw }: Delivery): Promise<DeliveryOutcome> => {
  const progress = { allRead: false };
  const outcome = await new Promise<DeliveryOutcome>((resolve) => {
    const failed = (error: Error): void => resolve(progress.allRead && codeOf(error) === null ? unanswered(error) : refusalOf(error, 'connect'));
    const ended = (): void => failed(new Error('The connection was closed.'));
    pooled.connection.once('error', failed);
    pooled.connection.once('end', ended);
    pooled.connection.send({ from: envelope.from || false, to: [...envelope.to], size: raw.byteLength }, watched(raw, progress), (error, info) => {
      pooled.connection.off('error', failed);
      pooled.connection.off('end', ended);
      if (error) failed(error);
      else resolve({ accepted: true, response: info?.response ?? '' });
    });
  });
  if (outcome.accepted === true) keep(pooled, pool);
  else discard(pooled);
  return outcome;
};

/** The mail as a stream that is read only once the server has asked for it, and that notes when the last byte was taken. */
const watched = (raw: Buffer, progress: { allRead: boolean }): Readable => {
  const pieces = function* (): Generator<Buffer> {
    for (let at = 0; at < raw.byteLength; at += 65_536) yield raw.subarray(at, at + 65_536);
    progress.allRead = true;
  };
  return Readable.from(pieces(), { objectMode: false });
};

const keep = (pooled: Pooled, pool: Pool): void => {
  pooled.mails += 1;
  if (pooled.mails >= mailsPerConnection) return discard(pooled);
  const drop = (): void => {
    const index = pool.idle.indexOf(pooled);
    if (index >= 0) pool.idle.splice(index, 1);
    discard(pooled);
  };
  pooled.connection.on('error', drop);
  pooled.connection.once('end', drop);
  pooled.timer = setTimeout(drop, idleMs).unref();
  pool.idle.push(pooled);
};

const takeIdle = (pool: Pool): Pooled | null => {
  const pooled = pool.idle.pop();
  if (pooled === undefined) return null;
  if (pooled.timer !== null) clearTimeout(pooled.timer);
  pooled.connection.removeAllListeners('error');
  pooled.connection.removeAllListeners('end');
  return pooled;
};

const discard = (pooled: Pooled): void => {
  if (pooled.timer !== null) clearTimeout(pooled.timer);
  pooled.connection.removeAllListeners('error');
  pooled.connection.removeAllListeners('end');
  // A socket that is on its way out may still report an error, and nobody has a use for it any more.
  pooled.connection.on('error', () => undefined);
  pooled.connection.close();
};

interface SmtpFailure {
  readonly message: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly code?: string;
}

const failureOf = (error: unknown): SmtpFailure => (error instanceof Error ? (error as SmtpFailure & Error) : { message: String(error) });
const codeOf = (error: unknown): number | null => failureOf(error).responseCode ?? null;

const unanswered = (error: Error): DeliveryOutcome => ({ accepted: 'unknown', response: error.message.slice(0, 500) });

const stageOf = ({ command, code }: SmtpFailure, otherwise: DeliveryStage): DeliveryStage => {
  if (code === 'EAUTH' || command?.startsWith('AUTH') === true) return 'login';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  return command === 'DATA' ? 'data' : otherwise;
};

/** A refusal of our connection or login speaks of the account, not of the mail: it is worth another try, whatever its number. */
const refusalOf = (error: unknown, otherwise: DeliveryStage): DeliveryOutcome => {
  const failure = failureOf(error);
  const stage = stageOf(failure, otherwise);
  const permanent = failure.code === 'EMESSAGE' && failure.responseCode === undefined ? stage === 'sender' : (failure.responseCode ?? 0) >= 500;
  const temporary = stage === 'connect' || stage === 'login' || !permanent;
  return { accepted: false, temporary, stage, response: (failure.response ?? failure.message).slice(0, 500) };
};
