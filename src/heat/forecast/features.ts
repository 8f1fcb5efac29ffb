import type { Shape } from './shape.ts';
import { sameBreath, type Said, type Timeline } from './timeline.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Longer ago than this is the same as this, for a forecast of three days (hours). */
const longest = 2_000;
const hoursBetween = (from: number, to: number): number => Math.log2(1 + Math.min(longest, Math.max(0, to - from) / hour));
const logOf = (count: number): number => Math.log2(1 + Math.max(0, count));
/** As long ago as nothing ever is. */
const longAgo = 12;
/** Where a thing never happened. Every other value is 0 or more. */
const never = -1;
const flag = (is: boolean): number => (is ? 1 : 0);
const mean = (values: readonly number[]): number => (values.length === 0 ? never : values.reduce((sum, value) => sum + value, 0) / values.length);

/** What the wait looks like, split once so that every feature reads the same parts. */
export interface Parts {
  readonly now: number;
  readonly timeline: Timeline;
  readonly said: readonly Said[];
  readonly customer: readonly Said[];
  readonly answers: readonly Said[];
  /** The customer's words that wait. */
  readonly waiting: readonly Said[];
  readonly first: Said;
  readonly last: Said;
  /** The last answer, before the wait or to it. */
  readonly answer: Said | undefined;
  /** Our silence counts from here: the first word that waits, or our last one. */
  readonly silentSince: number;
  readonly elsewhere: readonly number[];
  readonly rhythm: Rhythm;
}

interface Rhythm {
  /** From an answer to the customer's next word, each (log hours). */
  readonly replies: readonly number[];
  /** From the customer's word to the answer, each (log hours). */
  readonly answered: readonly number[];
  /** From one word of the customer to their next without an answer between, an hour at least (log hours). */
  readonly chases: readonly number[];
}

const rhythmOf = (said: readonly Said[]): Rhythm => {
  const [replies, answered, chases]: [number[], number[], number[]] = [[], [], []];
  let waitsSince: number | null = null;
  let previous: Said | undefined;
  for (const one of said) {
    if (one.by === 'customer') {
      if (previous?.by === 'us') replies.push(hoursBetween(previous.at, one.at));
      else if (previous !== undefined && one.at - previous.at >= sameBreath) chases.push(hoursBetween(previous.at, one.at));
      waitsSince ??= one.at;
    } else {
      if (waitsSince !== null) answered.push(hoursBetween(waitsSince, one.at));
      waitsSince = null;
    }
    previous = one;
  }
  return { replies, answered, chases };
};

/** The parts of a case as it stood at `now`: whatever was said later is not there. */
export const partsOf = (timeline: Timeline, now: number): Parts => {
  const said = timeline.said.filter(({ at }) => at <= now);
  const lastPost = said.findLastIndex(({ by }) => by === 'customer');
  const [first, last] = [said[0], said[lastPost]];
  if (first === undefined || last === undefined) throw new Error('A timeline without a word of the customer has no features.');
  const before = said.slice(0, lastPost).findLastIndex(({ by }) => by === 'us');
  const waiting = said.slice(before + 1, lastPost + 1);
  const answered = said.slice(lastPost + 1);
  return {
    now, timeline, said, waiting, first, last, answer: answered.at(-1) ?? said[before], silentSince: answered.length > 0 ? answered.at(-1)!.at : waiting[0]!.at, elsewhere: timeline.elsewhere.filter((at) => at <= now),
    customer: said.filter(({ by }) => by === 'customer'), answers: said.filter(({ by }) => by === 'us'), rhythm: rhythmOf(said),
  };
};

const has = (posts: readonly Said[], what: keyof { [Key in keyof Shape as Shape[Key] extends boolean ? Key : never]: true }): number => flag(posts.some(({ shape }) => shape[what]));

/** What a feature speaks of: reasons are told by theme, because nobody thinks in logarithms of hours. */
export type Theme = 'wait' | 'wrote' | 'returns' | 'answers' | 'effort' | 'closes' | 'asks' | 'past' | 'matter';

interface Feature {
  readonly name: string;
  readonly theme: Theme;
  of(parts: Parts): number;
}

/** Everything that the forecast looks at. Their order is the order of the model's columns: append, and train again. */
export const features = [
  { name: 'waitHours', theme: 'wait', of: ({ silentSince, now }) => hoursBetween(silentSince, now) },
  { name: 'lastPostHours', theme: 'wait', of: ({ last, now }) => hoursBetween(last.at, now) },
  { name: 'openHours', theme: 'wait', of: ({ first, now }) => hoursBetween(first.at, now) },
  { name: 'postsWaiting', theme: 'wrote', of: ({ waiting }) => waiting.length },
  { name: 'chasesWaiting', theme: 'wrote', of: ({ waiting }) => rhythmOf(waiting).chases.length },
  { name: 'chases', theme: 'wrote', of: ({ rhythm }) => rhythm.chases.length },
  { name: 'posts', theme: 'wrote', of: ({ customer }) => logOf(customer.length) },
  { name: 'answers', theme: 'answers', of: ({ answers }) => logOf(answers.length) },
  { name: 'answerers', theme: 'answers', of: ({ answers }) => new Set(answers.map(({ who }) => who)).size },
  { name: 'replyHoursLast', theme: 'returns', of: ({ rhythm }) => rhythm.replies.at(-1) ?? never },
  { name: 'replyHoursMean', theme: 'returns', of: ({ rhythm }) => mean(rhythm.replies) },
  { name: 'replies', theme: 'returns', of: ({ rhythm }) => rhythm.replies.length },
  { name: 'answeredHoursLast', theme: 'answers', of: ({ rhythm }) => rhythm.answered.at(-1) ?? never },
  { name: 'answeredHoursMean', theme: 'answers', of: ({ rhythm }) => mean(rhythm.answered) },
  { name: 'chaseHoursMean', theme: 'wrote', of: ({ rhythm }) => mean(rhythm.chases) },
  { name: 'slowerThanUsual', theme: 'answers', of: ({ rhythm, waiting, now }) => (rhythm.answered.length === 0 ? never : Math.max(0, 8 + hoursBetween(waiting[0]!.at, now) - mean(rhythm.answered))) },
  { name: 'pastTheirRhythm', theme: 'returns', of: ({ rhythm, last, now }) => (rhythm.chases.length + rhythm.replies.length === 0 ? never : Math.max(0, 8 + hoursBetween(last.at, now) - mean([...rhythm.chases, ...rhythm.replies]))) },
  { name: 'gapBeforeLast', theme: 'wrote', of: ({ customer }) => (customer.length < 2 ? never : hoursBetween(customer.at(-2)!.at, customer.at(-1)!.at)) },
  { name: 'burst', theme: 'wrote', of: ({ waiting }) => (waiting.length < 2 ? 0 : hoursBetween(waiting[0]!.at, waiting.at(-1)!.at)) },
  { name: 'answerChars', theme: 'answers', of: ({ answer }) => (answer === undefined ? never : logOf(answer.shape.chars)) },
  { name: 'answerAsked', theme: 'answers', of: ({ answer }) => answer?.shape.questions ?? never },
  { name: 'answerLinks', theme: 'answers', of: ({ answer }) => answer?.shape.links ?? never },
  { name: 'sameAnswerer', theme: 'answers', of: ({ answers }) => (answers.length < 2 ? never : flag(answers.at(-1)!.who === answers.at(-2)!.who)) },
  { name: 'lastChars', theme: 'effort', of: ({ last }) => logOf(last.shape.chars) },
  { name: 'lastLines', theme: 'effort', of: ({ last }) => logOf(last.shape.lines) },
  { name: 'lastThanks', theme: 'closes', of: ({ last }) => flag(last.shape.thanks) },
  { name: 'lastAsksForNews', theme: 'asks', of: ({ last }) => flag(last.shape.asksForNews) },
  { name: 'waitSolved', theme: 'closes', of: ({ waiting }) => has(waiting, 'solved') },
  { name: 'waitComesBack', theme: 'asks', of: ({ waiting }) => has(waiting, 'comesBack') },
  { name: 'waitShows', theme: 'effort', of: ({ waiting }) => has(waiting, 'shows') },
  { name: 'waitAdds', theme: 'asks', of: ({ waiting }) => has(waiting, 'adds') },
  { name: 'waitChars', theme: 'effort', of: ({ waiting }) => logOf(waiting.reduce((sum, { shape }) => sum + shape.chars, 0)) },
  { name: 'firstChars', theme: 'effort', of: ({ first }) => logOf(first.shape.chars) },
  { name: 'firstLines', theme: 'effort', of: ({ first }) => logOf(first.shape.lines) },
  { name: 'firstThanks', theme: 'closes', of: ({ first }) => flag(first.shape.thanks) },
  { name: 'firstQuestions', theme: 'effort', of: ({ first }) => first.shape.questions },
  { name: 'pastCases', theme: 'past', of: ({ timeline }) => logOf(timeline.past.cases) },
  { name: 'pastChased', theme: 'past', of: ({ timeline }) => timeline.past.chased },
  { name: 'doublePosts', theme: 'wrote', of: ({ customer, said }) => said.filter((one, place) => one.by === 'customer' && said[place - 1]?.by === 'customer').length / Math.max(1, customer.length) },
  { name: 'doubles', theme: 'wrote', of: ({ said }) => logOf(said.filter((one, place) => one.by === 'customer' && said[place - 1]?.by === 'customer').length) },
  { name: 'activeDays', theme: 'wrote', of: ({ customer }) => logOf(new Set(customer.map(({ at }) => Math.floor(at / day))).size) },
  { name: 'customerChars', theme: 'effort', of: ({ customer }) => logOf(customer.reduce((sum, { shape }) => sum + shape.chars, 0)) },
  { name: 'longestReturn', theme: 'returns', of: ({ rhythm }) => Math.max(never, ...rhythm.replies, ...rhythm.chases) },
  { name: 'beyondLongest', theme: 'returns', of: ({ rhythm, last, now }) => (rhythm.replies.length + rhythm.chases.length === 0 ? never : Math.max(0, 6 + hoursBetween(last.at, now) - Math.max(...rhythm.replies, ...rhythm.chases))) },
  { name: 'postsLastDay', theme: 'wrote', of: ({ customer, now }) => logOf(customer.filter(({ at }) => at > now - day).length) },
  { name: 'postsLast3Days', theme: 'wrote', of: ({ customer, now }) => logOf(customer.filter(({ at }) => at > now - 3 * day).length) },
  { name: 'postsLastWeek', theme: 'wrote', of: ({ customer, now }) => logOf(customer.filter(({ at }) => at > now - 7 * day).length) },
  { name: 'turns', theme: 'returns', of: ({ rhythm }) => logOf(rhythm.answered.length) },
  { name: 'closes', theme: 'closes', of: ({ last, answers }) => flag(answers.length > 0 && (last.shape.solved || (last.shape.thanks && last.shape.questions === 0 && !last.shape.still && last.shape.chars < 250))) },
  { name: 'lastSolved', theme: 'closes', of: ({ last }) => flag(last.shape.solved) },
  { name: 'talk', theme: 'wrote', of: ({ customer, answers }) => logOf(customer.length + answers.length) },
  { name: 'ours', theme: 'answers', of: ({ answers, customer }) => answers.length / (customer.length + answers.length) },
  { name: 'elsewhereHours', theme: 'past', of: ({ elsewhere, now }) => (elsewhere.length === 0 ? longAgo : hoursBetween(elsewhere.at(-1)!, now)) },
  { name: 'elsewhereSince', theme: 'past', of: ({ elsewhere, waiting }) => flag((elsewhere.at(-1) ?? 0) > waiting[0]!.at) },
  { name: 'elsewhere', theme: 'past', of: ({ elsewhere }) => logOf(elsewhere.length) },
  { name: 'firstBroken', theme: 'matter', of: ({ first }) => flag(first.shape.broken) },
  { name: 'firstAsksHow', theme: 'matter', of: ({ first }) => flag(first.shape.asksHow) },
  { name: 'firstBegan', theme: 'matter', of: ({ first }) => flag(first.shape.began) },
  { name: 'firstTried', theme: 'effort', of: ({ first }) => flag(first.shape.tried) },
  // Risk rises and falls with these: a straight line cannot follow.
  { name: 'waitHoursCurve', theme: 'wait', of: ({ silentSince, now }) => (hoursBetween(silentSince, now) - 5) ** 2 },
  { name: 'lastPostHoursCurve', theme: 'wait', of: ({ last, now }) => (hoursBetween(last.at, now) - 5) ** 2 },
  { name: 'openHoursCurve', theme: 'wait', of: ({ first, now }) => (hoursBetween(first.at, now) - 6) ** 2 },
  { name: 'gapBeforeLastCurve', theme: 'wrote', of: ({ customer }) => ((customer.length < 2 ? never : hoursBetween(customer.at(-2)!.at, customer.at(-1)!.at)) - 3) ** 2 },
  { name: 'replyHoursLastCurve', theme: 'returns', of: ({ rhythm }) => ((rhythm.replies.at(-1) ?? never) - 3) ** 2 },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof features)[number]['name'];
export const featureNames: readonly FeatureName[] = features.map(({ name }) => name);
/** The yardstick: what a careful person would think of first. */
export const plainNames: readonly FeatureName[] = [
  'waitHours', 'lastPostHours', 'openHours', 'postsWaiting', 'chases', 'posts', 'answers', 'answerers', 'replyHoursLast', 'answeredHoursLast', 'gapBeforeLast', 'firstChars', 'lastChars', 'answerChars',
];

/** The features of a case as it stood at `now` (milliseconds). Nothing said later can move them. */
export const featuresAt = (timeline: Timeline, now: number): Float64Array => {
  const parts = partsOf(timeline, now);
  return Float64Array.from(features, ({ of }) => of(parts));
};
