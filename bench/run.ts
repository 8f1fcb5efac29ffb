import { cpus } from 'node:os';
import { sql } from 'kysely';
import { openFilled, type Filled } from './filled.ts';
import { atLeast, atMost, type Limit } from './limits.ts';
import { read, type Answered, type Reading } from './reading.ts';

export const kinds = ['ingest', 'list', 'open', 'search', 'live', 'sweep', 'learn', 'start', 'mail'] as const;
export type Kind = (typeof kinds)[number];

export interface Asked {
  readonly kind: Kind;
  readonly cases: number;
  readonly seconds: number;
  /** Runs at a tenth of the size first, and says how much more the whole takes. */
  readonly growth: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Progress, for who waits; never mixed with the answer. */
  say(text: string): void;
}

const machine = async (filled: Filled): Promise<object> => {
  const { rows } = await sql<{ version: string; fsync: string }>`select current_setting('server_version') as version, current_setting('fsync') as fsync`.execute(filled.services.db);
  return { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version, postgres: rows[0]?.version, fsync: rows[0]?.fsync };
};

const onFilled = async <Result>(asked: Asked, cases: number, measure: (filled: Filled) => Promise<Result>): Promise<Result & { messages: number; fillSeconds: number | null; machine: object }> => {
  const filled = await openFilled(cases, asked.env, asked.say);
  try {
    const result = await measure(filled);
    return { messages: filled.messages, fillSeconds: filled.fillSeconds, ...result, machine: await machine(filled) };
  } finally {
    await filled.close();
  }
};

const memoryLimit = 300;
const nearBare = ({ name, ours, bare }: Answered): Limit => atMost(`${name}: p95 in ms, of four times the bare p95 and 10 ms more`, 4 * bare.p95 + 10, ours.p95);

const reading = async (asked: Asked, kind: Reading): Promise<object> => {
  const small = asked.growth ? await onFilled(asked, Math.max(1, Math.round(asked.cases / 10)), (filled) => read(filled, kind, asked.seconds)) : undefined;
  const whole = await onFilled(asked, asked.cases, (filled) => read(filled, kind, asked.seconds));
  const growth = (small?.questions ?? []).map(({ name, ours }, place) => atMost(`${name}: growth of p95 from a tenth of the cases`, 1.5, whole.questions[place]!.ours.p95 / ours.p95));
  const limits = [...whole.questions.map(nearBare), ...growth, atMost('resident memory in MB', memoryLimit, whole.memory)];
  return { cases: asked.cases, ...whole, ...(small === undefined ? {} : { aTenth: small.questions }), limits };
};

const measured = async (asked: Asked): Promise<object> => {
  const { kind } = asked;
  if (kind === 'list' || kind === 'open' || kind === 'search') return reading(asked, kind);
  if (kind === 'mail') return (await import('./mail/report.ts')).mailReport(asked.env['PRESA_MAIL_CORPUS'] ?? '../shared/data/mail', asked.say);
  if (kind === 'start') return (await import('./start.ts')).start(asked.say);
  if (kind === 'ingest') {
    const { ingest } = await import('./ingest.ts');
    const result = await onFilled(asked, asked.cases, (filled) => ingest(filled, asked.seconds));
    return { cases: asked.cases, ...result, limits: [atLeast('mails a second, of what the bare inserts reach', 0.25, result.share)] };
  }
  if (kind === 'sweep') {
    const { sweep } = await import('./clocks.ts');
    const result = await onFilled(asked, asked.cases, (filled) => sweep(filled, asked.seconds));
    return { cases: asked.cases, ...result, limits: [atMost('a turn of all clocks, of one bare question for what is due', 3, result.ratio.p50)] };
  }
  if (kind === 'learn') {
    const { learning } = await import('./learning.ts');
    const result = await onFilled(asked, asked.cases, (filled) => learning(filled, asked));
    return { cases: asked.cases, ...result, limits: [atMost('median of a screen while it learns, of the quiet one', 1.1, result.whileLearning.p50 / result.quiet.p50)] };
  }
  const { live } = await import('./live.ts');
  const result = await onFilled(asked, asked.cases, (filled) => live(filled, asked.seconds));
  const limits = [
    atMost('p95 in ms from the acknowledgement to the news on a screen', 1_000, result.onScreen.p95),
    atMost('p95 in ms from the acknowledgement to the list with the case', 1_000, result.inTheList.p95),
    atMost('p95 in ms from the acknowledgement to the heat of the case', 1_000, result.heated.p95),
    atMost('resident memory in MB', memoryLimit, result.memory),
  ];
  return { cases: asked.cases, ...result, limits };
};

/** One bench from end to end. What it returns is printed as JSON. */
export const runBench = async (asked: Asked): Promise<object> => ({ bench: asked.kind, ...(await measured(asked)) });
