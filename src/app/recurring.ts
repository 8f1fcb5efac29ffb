import { second } from '#base/clock.ts';
import type { Services } from '#base/services.ts';
import { closeResolved, dispatchDueReplies, mailUnread, watchClaims, watchNextUpdates } from '#cases/index.ts';
import { fileMail, sendMail } from '#channels/email/index.ts';
import { forgetExpiredSignIns } from '#people/index.ts';
import { tellIncidents, watchIncidents } from '#incidents/index.ts';
import { learnAtNight, lookAtHeatAgain } from '#heat/index.ts';
import { breakPromises, sendUpdatesByThemselves, warnPromises } from '#promises/index.ts';
import { askWhatWaited, climbDue, tellSentBack } from '#requests/index.ts';
import { catchUp } from '#search/index.ts';
import { tellBeforeClosing } from '#shifts/index.ts';
import { intake } from './intake.ts';

/** Something that time makes due: it finds what is due, claims it, acts. Running it twice does nothing twice. */
export interface Recurring {
  readonly name: string;
  readonly everySeconds: number;
  run(services: Services): Promise<void>;
}

/** Every schedule of the program. */
export const recurring: readonly Recurring[] = [
  // Filing and sending are woken by each mail; these turns find what an announcement was lost for.
  { name: 'file mail', everySeconds: 15, run: (services) => fileMail(services, intake) },
  { name: 'dispatch replies', everySeconds: 1, run: dispatchDueReplies },
  { name: 'tell of incidents', everySeconds: 1, run: tellIncidents },
  { name: 'mail what stands unread in a chat', everySeconds: 10, run: mailUnread },
  { name: 'send mail', everySeconds: 15, run: sendMail },
  { name: 'watch claims', everySeconds: 20, run: watchClaims },
  { name: 'watch next updates', everySeconds: 20, run: watchNextUpdates },
  // Before the silence is noted as one: what leaves by itself leaves in time.
  { name: 'send updates by themselves', everySeconds: 20, run: (services) => sendUpdatesByThemselves(services) },
  { name: 'watch incidents', everySeconds: 20, run: watchIncidents },
  { name: 'warn of promises', everySeconds: 20, run: warnPromises },
  { name: 'break promises', everySeconds: 20, run: breakPromises },
  { name: 'tell before closing', everySeconds: 120, run: tellBeforeClosing },
  { name: 'look at heat again', everySeconds: 30, run: lookAtHeatAgain },
  { name: 'climb', everySeconds: 20, run: climbDue },
  { name: 'ask what waited for an answer', everySeconds: 5, run: askWhatWaited },
  { name: 'tell of answers sent back', everySeconds: 2, run: tellSentBack },
  { name: 'index words that were missed', everySeconds: 60, run: catchUp },
  { name: 'learn who asks again', everySeconds: 1_800, run: learnAtNight },
  { name: 'close resolved cases', everySeconds: 3_600, run: closeResolved },
  { name: 'remove unfinished files', everySeconds: 86_400, run: async ({ files }) => void (await files.removeUnfinished()) },
  { name: 'forget expired sign-ins', everySeconds: 86_400, run: forgetExpiredSignIns },
];

export interface RunningSweeps {
  /** Waits for what is running now. */
  stop(): Promise<void>;
}

const longestPause = 300 * second;

/** A tenth of its interval early or late, so that several processes do not ask the database in step. */
const spread = (milliseconds: number): number => milliseconds * (0.9 + Math.random() * 0.2);

/**
 * Runs each task in a loop of its own until stopped, never beside itself. One that fails is tried again after a pause that
 * doubles up to five minutes: what it missed is still due then.
 */
export const startRecurring = (services: Services, tasks: readonly Recurring[] = recurring): RunningSweeps => {
  const loops = tasks.map((task) => startLoop(services, task));
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
};

const startLoop = (services: Services, task: Recurring): RunningSweeps => {
  const interval = task.everySeconds * second;
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const wait = (milliseconds: number): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = turn();
    }, spread(milliseconds));
  };
  const turn = async (): Promise<void> => {
    try {
      await task.run(services);
      failures = 0;
    } catch (error) {
      failures += 1;
      services.log.error({ err: error, task: task.name, failures }, 'A recurring task failed; it is tried again.');
    }
    wait(failures === 0 ? interval : Math.min(interval * 2 ** failures, Math.max(longestPause, interval)));
  };
  // Not at once: at a start everything is due together.
  wait(Math.min(interval, 2 * second));
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
