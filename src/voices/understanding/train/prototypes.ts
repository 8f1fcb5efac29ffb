// Learns which words of a request say what it is about, from requests that people have sorted by intent. Round after round some intents
// are drawn, a few requests of each make its middle, and others are to be found nearest to the middle of their own (prototypical
// networks: Snell, Swersky and Zemel 2017). So it learns the kind of thing that tells intents apart, not the intents themselves.
import { seeded } from '../linear.ts';
import { countedWords, leaningOf, positive, turned, type KnownWord, type Likeness } from '../likeness.ts';
import { plainWords } from '../words-of.ts';

/** A request as its known words, each with how often it stands there. */
type Request = readonly { readonly word: KnownWord; readonly count: number }[];

/** The requests of each intent of one collection; intents are only told from others of the same collection. */
export type Lessons = readonly (readonly Request[])[];

export const requestOf = (text: string): Request => countedWords(plainWords(text));

export interface Course {
  readonly rounds: number;
  /** Intents drawn a round, and requests of each on either side. */
  readonly intents: number;
  readonly requests: number;
  /** How sharply nearness decides. */
  readonly sharpness: number;
  readonly pace: number;
  /** How strongly what is learned is drawn back to "every word alike, nothing turned". */
  readonly restTurn: number;
  readonly restBearing: number;
}

/** All that is learned in one piece, so that one step moves it all: bearing, always, rarity, turn. */
interface Parts {
  readonly all: Float64Array;
  readonly width: number;
}

const viewOf = ({ all, width }: Parts): Likeness => ({ bearing: all.subarray(0, width), always: all[width]!, rarity: all[width + 1]!, turn: all.subarray(width + 2) });

const untaught = (width: number): Parts => {
  const all = new Float64Array(width + 2 + width * width);
  all[width + 1] = 1;
  for (let place = 0; place < width; place += 1) all[width + 2 + place * width + place] = 1;
  return { all, width };
};

interface Seen {
  readonly request: Request;
  readonly leanings: readonly number[];
  readonly sum: Float64Array;
  readonly point: Float64Array;
  readonly length: number;
}

const see = (likeness: Likeness, request: Request): Seen => {
  const sum = new Float64Array(likeness.bearing.length);
  const leanings = request.map(({ word }) => leaningOf(likeness, word));
  request.forEach(({ word, count }, at) => {
    const weight = positive(leanings[at]!) * count;
    for (let place = 0; place < sum.length; place += 1) sum[place]! += weight * word.vector[place]!;
  });
  const raw = turned(likeness.turn, sum);
  const length = Math.hypot(...raw) || 1e-9;
  return { request, leanings, sum, length, point: raw.map((value) => value / length) };
};

/** Adds to the slope what moving the point of a request along `wish` would ask of every part. */
const trace = (likeness: Likeness, seen: Seen, { wish, slope }: { readonly wish: Float64Array; readonly slope: Parts }): void => {
  const { width, all } = slope;
  const along = wish.reduce((sum, value, place) => sum + value * seen.point[place]!, 0);
  const asked = new Float64Array(width);
  for (let row = 0; row < width; row += 1) {
    const own = (wish[row]! - along * seen.point[row]!) / seen.length;
    for (let place = 0; place < width; place += 1) {
      all[width + 2 + row * width + place]! += own * seen.sum[place]!;
      asked[place]! += likeness.turn[row * width + place]! * own;
    }
  }
  seen.request.forEach(({ word: { vector, rare }, count }, at) => {
    const pull = (vector.reduce((sum, value, place) => sum + value * asked[place]!, 0) * count) / (1 + Math.exp(-seen.leanings[at]!));
    for (let place = 0; place < width; place += 1) all[place]! += pull * vector[place]!;
    all[width]! += pull;
    all[width + 1]! += pull * rare;
  });
};

const meanOf = (points: readonly Seen[], width: number): Float64Array => {
  const mean = new Float64Array(width);
  for (const { point } of points) point.forEach((value, place) => (mean[place]! += value / points.length));
  return mean;
};

/** One round over drawn intents: the slope of being wrong, and how wrong it was. */
const round = (parts: Parts, drawn: readonly { readonly shown: readonly Request[]; readonly asked: readonly Request[] }[], sharpness: number): { slope: Parts; loss: number } => {
  const likeness = viewOf(parts);
  const { width } = parts;
  const slope = { all: new Float64Array(parts.all.length), width };
  const shown = drawn.map((intent) => intent.shown.map((request) => see(likeness, request)));
  const middles = shown.map((seen) => meanOf(seen, width));
  const wishes = middles.map(() => new Float64Array(width));
  const questions = drawn.flatMap(({ asked }, intent) => asked.map((request) => ({ intent, seen: see(likeness, request) })));
  let loss = 0;
  for (const { intent, seen } of questions) {
    const nearness = middles.map((middle) => sharpness * middle.reduce((sum, value, place) => sum + value * seen.point[place]!, 0));
    const most = Math.max(...nearness);
    const total = nearness.reduce((sum, own) => sum + Math.exp(own - most), 0);
    loss -= (nearness[intent]! - most - Math.log(total)) / questions.length;
    const wish = new Float64Array(width);
    middles.forEach((middle, other) => {
      const error = ((Math.exp(nearness[other]! - most) / total - (other === intent ? 1 : 0)) * sharpness) / questions.length;
      for (let place = 0; place < width; place += 1) {
        wish[place]! += error * middle[place]!;
        wishes[other]![place]! += error * seen.point[place]!;
      }
    });
    trace(likeness, seen, { wish, slope });
  }
  shown.forEach((seen, intent) => seen.forEach((one) => trace(likeness, one, { wish: wishes[intent]!.map((value) => value / seen.length), slope })));
  return { slope, loss };
};

const drawIntents = (lessons: Lessons, { intents, requests }: Course, random: () => number): { shown: Request[]; asked: Request[] }[] => {
  const some = <T>(from: readonly T[], wanted: number): T[] => Array.from({ length: wanted }, () => from[Math.floor(random() * from.length)]!);
  const order = lessons.map((own) => ({ own, at: random() })).sort((one, other) => one.at - other.at);
  return order.slice(0, intents).map(({ own }) => ({ shown: some(own, requests), asked: some(own, requests) }));
};

/** Takes a step against the slope, each number at its own pace (Adam: Kingma and Ba 2015); the weights of words move three times as fast. */
const stepper = ({ all, width }: Parts): ((slope: Parts, pace: number) => void) => {
  const [first, second] = [new Float64Array(all.length), new Float64Array(all.length)];
  let steps = 0;
  return (slope, pace) => {
    steps += 1;
    for (let at = 0; at < all.length; at += 1) {
      first[at] = 0.9 * first[at]! + 0.1 * slope.all[at]!;
      second[at] = 0.99 * second[at]! + 0.01 * slope.all[at]! ** 2;
      all[at]! -= (pace * (at < width + 2 ? 3 : 1) * first[at]!) / (1 - 0.9 ** steps) / (Math.sqrt(second[at]! / (1 - 0.99 ** steps)) + 1e-8);
    }
  };
};

/** The same lessons and course teach the same on every machine; `heard` gets the mean loss of every hundred rounds. */
export const learnLikeness = (collections: readonly Lessons[], course: Course, heard: (round: number, loss: number) => void): Likeness => {
  const width = collections[0]![0]![0]![0]!.word.vector.length;
  const [parts, rest] = [untaught(width), untaught(width)];
  const random = seeded(3);
  const step = stepper(parts);
  let loss = 0;
  for (let at = 1; at <= course.rounds; at += 1) {
    const lessons = collections[Math.floor(random() * collections.length)]!;
    const learned = round(parts, drawIntents(lessons, course, random), course.sharpness);
    for (let place = 0; place < width; place += 1) learned.slope.all[place]! += course.restBearing * parts.all[place]!;
    for (let place = width + 2; place < parts.all.length; place += 1) learned.slope.all[place]! += course.restTurn * (parts.all[place]! - rest.all[place]!);
    step(learned.slope, course.pace * Math.min(1, 2 * (1 - at / course.rounds) + 0.02));
    loss += learned.loss / 100;
    if (at % 100 === 0) {
      heard(at, loss);
      loss = 0;
    }
  }
  return viewOf(parts);
};
