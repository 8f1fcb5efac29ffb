import { second } from '#base/clock.ts';
import { dueAmong, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { claimsDue, closeResolved, dispatchDueReplies, mailUnread, nextUpdatesDue, repliesDue, watchClaims, watchNextUpdates } from '#cases/index.ts';
import { fileMail, sendMail } from '#channels/email/index.ts';
import { bringStandardTerms, complaintsDue, watchComplaints } from '#complaints/index.ts';
import { bringInPosts, postsDue, importsDue, notePosts } from '#channels/heard/index.ts';
import { incidentsDue, tellIncidents, tellingsDue, watchIncidents } from '#incidents/index.ts';
import { climbOpportunities, handOversDue, opportunitiesClimb, tellDepartments } from '#opportunities/index.ts';
import { forgetExpiredSignIns } from '#people/index.ts';
import { heatDue, learnAtNight, lookAtHeatAgain } from '#heat/index.ts';
import { breakPromises, promisesDue, selfUpdatesDue, sendUpdatesByThemselves, warningsDue, warnPromises } from '#promises/index.ts';
import { sendDigest } from '#reports/index.ts';
import { askWhatWaited, climbDue, climbsDue, planDue, returnsLeave, tellSentBack } from '#requests/index.ts';
import { catchUp } from '#search/index.ts';
import { tellBeforeClosing } from '#shifts/index.ts';
import { climbThemes, climbVoices, decisionsDue, lettersDue, placingDue, sortVoicesAtNight, tellLoop, watchLetters, watchShipping } from '#voices/index.ts';
import { answersDue, askCustomers, settleAnswers, surveysDue } from '#surveys/index.ts';
import { intake, surveyParts } from './intake.ts';
import { deliveriesDue, deliverWebhooks, forgetDeliveries } from '#webhooks/index.ts';

/** Something that time makes due: it finds what is due, claims it, acts. Running it twice does nothing twice. */
export interface Recurring {
  readonly name: string;
  readonly everySeconds: number;
  /** What it acts on. Without it the task is run every time; with it only when there is something to act on. */
  readonly due?: Due;
  run(services: Services): Promise<void>;
}

/** Every schedule of the program. */
export const recurring: readonly Recurring[] = [
  // Filing and sending are woken by each mail; these turns find what an announcement was lost for.
  { name: 'file mail', everySeconds: 15, run: (services) => fileMail(services, intake) },
  { name: 'note posts that programs told', everySeconds: 1, due: postsDue, run: (services) => notePosts(services, intake) },
  { name: 'bring in files of posts', everySeconds: 1, due: importsDue, run: (services) => bringInPosts(services, intake) },
  { name: 'dispatch replies', everySeconds: 1, due: repliesDue, run: dispatchDueReplies },
  { name: 'mail what stands unread in a chat', everySeconds: 10, run: mailUnread },
  { name: 'tell of incidents', everySeconds: 1, due: tellingsDue, run: tellIncidents },
  { name: 'tell what came of it', everySeconds: 1, due: lettersDue, run: tellLoop },
  { name: 'send mail', everySeconds: 15, run: sendMail },
  { name: 'watch claims', everySeconds: 20, due: claimsDue, run: watchClaims },
  { name: 'watch next updates', everySeconds: 20, due: nextUpdatesDue, run: watchNextUpdates },
  // Before the silence is noted as one: what leaves by itself leaves in time.
  { name: 'send updates by themselves', everySeconds: 20, due: selfUpdatesDue, run: (services) => sendUpdatesByThemselves(services) },
  { name: 'watch incidents', everySeconds: 20, due: incidentsDue, run: watchIncidents },
  { name: 'watch complaints', everySeconds: 20, due: complaintsDue, run: watchComplaints },
  { name: 'warn of promises', everySeconds: 20, due: warningsDue, run: warnPromises },
  { name: 'break promises', everySeconds: 20, due: promisesDue, run: breakPromises },
  { name: 'tell before closing', everySeconds: 120, run: tellBeforeClosing },
  { name: 'look at heat again', everySeconds: 30, due: heatDue, run: lookAtHeatAgain },
  { name: 'climb', everySeconds: 20, due: climbsDue, run: climbDue },
  { name: 'ask what waited for an answer', everySeconds: 5, due: planDue, run: askWhatWaited },
  { name: 'tell of answers sent back', everySeconds: 2, due: returnsLeave, run: tellSentBack },
  { name: 'climb with what nobody decided', everySeconds: 20, due: decisionsDue, run: climbThemes },
  { name: 'climb with voices in no theme', everySeconds: 20, due: placingDue, run: climbVoices },
  { name: 'watch what was taken', everySeconds: 600, run: watchShipping },
  { name: 'watch letters that nobody reads', everySeconds: 600, run: watchLetters },
  { name: 'ask customers', everySeconds: 30, due: surveysDue, run: askCustomers },
  { name: 'settle what was answered', everySeconds: 20, due: answersDue, run: (services) => settleAnswers(services, surveyParts) },
  { name: 'hand opportunities over', everySeconds: 1, due: handOversDue, run: tellDepartments },
  { name: 'climb with opportunities', everySeconds: 20, due: opportunitiesClimb, run: climbOpportunities },
  // After whatever may have laid something ready.
  { name: 'deliver webhooks', everySeconds: 1, due: deliveriesDue, run: deliverWebhooks },
  { name: 'forget old deliveries', everySeconds: 86_400, run: forgetDeliveries },
  { name: 'index words that were missed', everySeconds: 60, run: catchUp },
  { name: 'send the digest of the week', everySeconds: 300, run: sendDigest },
  { name: 'look for themes', everySeconds: 1_800, run: sortVoicesAtNight },
  { name: 'learn who asks again', everySeconds: 1_800, run: learnAtNight },
  { name: 'bring complaint terms', everySeconds: 86_400, run: bringStandardTerms },
  { name: 'close resolved cases', everySeconds: 3_600, run: closeResolved },
  { name: 'remove unfinished files', everySeconds: 86_400, run: async ({ files }) => void (await files.removeUnfinished()) },
  { name: 'forget expired sign-ins', everySeconds: 86_400, run: forgetExpiredSignIns },
];

const kinds = new WeakMap<readonly Recurring[], readonly Due[]>();

/** The same array for the same tasks: then it is the same question. */
const kindsOf = (tasks: readonly Recurring[]): readonly Due[] => {
  const known = kinds.get(tasks) ?? tasks.flatMap(({ due }) => due ?? []);
  kinds.set(tasks, known);
  return known;
};

/** The tasks that have something to do now, in their order; all that say what they act on are asked about in one statement. */
export const withSomethingToDo = async (services: Services, tasks: readonly Recurring[]): Promise<Recurring[]> => {
  const asked = kindsOf(tasks);
  const answers = await dueAmong(services, asked, services.clock.now());
  return tasks.filter(({ due }) => due === undefined || answers[asked.indexOf(due)] === true);
};

// So long an answer is good enough for the next task that asks: most of their turns come within the same second.
const freshFor = 500;

/** Says of one task whether it has something to do, by an answer about all of them that is not older than half a second. */
const gateOf = (services: Services, tasks: readonly Recurring[]): ((task: Recurring) => Promise<boolean>) => {
  let answer: Promise<ReadonlySet<Recurring>> | undefined;
  const askAnew = (): Promise<ReadonlySet<Recurring>> => {
    setTimeout(() => {
      answer = undefined;
    }, freshFor);
    return withSomethingToDo(services, tasks).then((found) => new Set(found));
  };
  return async (task) => {
    if (task.due === undefined) return true;
    answer ??= askAnew();
    return (await answer).has(task);
  };
};

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
  const isDue = gateOf(services, tasks);
  const loops = tasks.map((task) => startLoop(services, task, isDue));
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
};

const startLoop = (services: Services, task: Recurring, isDue: (task: Recurring) => Promise<boolean>): RunningSweeps => {
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
      if (await isDue(task)) await task.run(services);
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
