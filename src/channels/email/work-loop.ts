import { setTimeout as pause } from 'node:timers/promises';
import { second } from '#base/clock.ts';
import { createSmtpSender, type SmtpSender } from '#base/mail-transport/smtp-sender.ts';
import type { Services } from '#base/services.ts';
import type { Intake } from '#channels/intake.ts';
import { processMails } from './receiving/process-mail.ts';
import { mailTopic } from './receiving/store-raw.ts';
import { holdAbandoned, sendDue } from './sending/send-outbox.ts';

/** Files all mail that waits, oldest first. */
export const fileMail = async (services: Services, intake: Intake): Promise<void> => {
  while (await processMails(services, intake));
};

const shared: { sender?: SmtpSender } = {};
const senderOfProcess = (): SmtpSender => (shared.sender ??= createSmtpSender());

/** Sends all mail whose turn it is. */
export const sendMail = async (services: Services): Promise<void> => {
  await holdAbandoned(services);
  while ((await sendDue(services, senderOfProcess())) > 0);
};

// Mail is announced when it is stored or written, so these pauses matter only when an announcement was lost with the database.
const longestIdle = 5 * second;
const afterFailure = 2 * second;

/** Files and sends for as long as the process lives, woken by the announcement of each mail. */
export const startMailWork = async (services: Services, intake: Intake): Promise<{ stop(): Promise<void> }> => {
  const filing = startLoop(services, 'filing', () => fileMail(services, intake), (topic) => topic === mailTopic);
  const sending = startLoop(services, 'sending', () => sendMail(services), (topic) => topic === 'outbox');
  return {
    stop: async () => {
      await Promise.all([filing.stop(), sending.stop()]);
      await shared.sender?.close();
      delete shared.sender;
    },
  };
};

const startLoop = (services: Services, name: string, turn: () => Promise<void>, wakes: (topic: string) => boolean) => {
  const stopping = new AbortController();
  let rung = false;
  let sleeper = new AbortController();
  const ring = (): void => {
    rung = true;
    sleeper.abort();
  };
  const unsubscribe = services.live.subscribe((change) => {
    if (change === 'resync' || wakes(change.topic)) ring();
  });
  const sleep = async (milliseconds: number): Promise<void> => {
    sleeper = new AbortController();
    if (rung || stopping.signal.aborted) return;
    await pause(milliseconds, undefined, { signal: sleeper.signal, ref: false }).catch(() => undefined);
  };
  const keep = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      rung = false;
      try {
        await turn();
        await sleep(longestIdle);
      } catch (error) {
        services.log.warn({ err: error }, `Mail: ${name} failed and goes on.`);
        rung = false;
        await sleep(afterFailure);
      }
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      stopping.abort();
      sleeper.abort();
      unsubscribe();
      await kept;
    },
  };
};
