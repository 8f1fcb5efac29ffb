import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { evaluate, modelShape, plainNames, shippedModel, sourceOf, threadShape, timelinesOf, train, type Model, type Source } from '#heat/index.ts';
import { BadUsage, exits, type Command, type Given } from './command.ts';

class BadThreads extends Error {}

const linesOf = async (file: string): Promise<string[]> => {
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
};

const parsed = (file: string, line: string, place: number): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new BadThreads(`${file}:${place + 1}: JSON?`);
  }
};

/** One file of threads is one source: its last instant is where what it knows ends. */
const sourceIn = async (file: string): Promise<Source> => {
  const threads = (await linesOf(file)).map((line, place) => {
    const thread = threadShape.safeParse(parsed(file, line, place));
    if (!thread.success) throw new BadThreads(`${file}:${place + 1}: ${thread.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`);
    return thread.data;
  });
  return sourceOf(timelinesOf(threads));
};

const sourcesIn = async (files: readonly string[]): Promise<Source[]> => {
  const sources: Source[] = [];
  for (const file of files) sources.push(await sourceIn(file));
  return sources;
};

const listOf = (value: Given['values'][string]): string[] => (Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]);

interface Asked {
  readonly teach: readonly string[];
  readonly test: readonly string[];
  readonly out: string | undefined;
  readonly model: string | undefined;
  readonly horizon: 24 | 72;
  readonly share: number;
  readonly plain: boolean;
}

/** Files after the options belong to the option that was given: `--train A B`; to `--threads` where both were. */
const asked = ({ values, positionals }: Given): Asked => {
  const [train_, threads] = [listOf(values['train']), listOf(values['threads'])];
  const rest = train_.length > 0 && threads.length === 0 ? { teach: positionals, test: [] } : { teach: [], test: positionals };
  const horizon = Number(values['horizon'] ?? 72);
  const share = Number(values['share'] ?? 0.75);
  const [teach, test] = [[...train_, ...rest.teach], [...threads, ...rest.test]];
  const [out, model] = [listOf(values['out'])[0], listOf(values['model'])[0]];
  if (teach.length + test.length === 0) throw new BadUsage({ it: 'Indichi almeno un file con --threads.', en: 'Name at least one file with --threads.' });
  if (horizon !== 24 && horizon !== 72) throw new BadUsage({ it: '--horizon è 24 oppure 72.', en: '--horizon is 24 or 72.' });
  if (!(share > 0.1 && share <= 1)) throw new BadUsage({ it: '--share sta fra 0.1 e 1.', en: '--share lies between 0.1 and 1.' });
  if (teach.length > 0 && out === undefined) throw new BadUsage({ it: 'Con --train serve --out: dove scrivere il modello.', en: '--train needs --out: where to write the model.' });
  return { teach, test, out, model, horizon, share, plain: values['plain'] === true };
};

const modelFor = async ({ out, model, share, plain }: Asked, teachers: readonly Source[]): Promise<Model> => {
  if (out !== undefined && teachers.length > 0) {
    const trained = train(teachers, { share, ...(plain ? { columns: plainNames } : {}) });
    await writeFile(out, `${JSON.stringify(trained)}\n`);
    return trained;
  }
  return model === undefined ? shippedModel() : modelShape.parse(JSON.parse(await readFile(model, 'utf8')));
};

export const heatEvaluate: Command = {
  name: 'heat evaluate',
  operands: 'FILE…',
  summary: { it: 'prova la previsione dei solleciti su conversazioni vere, o la addestra', en: 'tests the forecast of chases on real threads, or trains it' },
  options: {
    threads: { type: 'string', multiple: true, value: 'FILE', words: { it: 'conversazioni su cui provare: una riga JSON ciascuna, anche .gz', en: 'threads to test on: one line of JSON each, .gz as well' } },
    train: { type: 'string', multiple: true, value: 'FILE', words: { it: 'conversazioni da cui imparare', en: 'threads to learn from' } },
    out: { type: 'string', value: 'FILE', words: { it: 'dove scrivere il modello addestrato', en: 'where to write the trained model' } },
    model: { type: 'string', value: 'FILE', words: { it: 'un altro modello al posto di quello fornito', en: 'another model instead of the one that comes with Presa' } },
    horizon: { type: 'string', value: '24|72', words: { it: 'entro quante ore: 24 o 72 (se non lo dice, 72)', en: 'within how many hours: 24 or 72 (72 unless told)' } },
    share: { type: 'string', value: '0.75', words: { it: 'quanta parte di ogni file insegna, dalla più vecchia; il resto è la prova', en: 'how much of each file teaches, the oldest first; the rest is the test' } },
    plain: { type: 'boolean', words: { it: 'addestra il metro di paragone: regressione logistica su 14 misure', en: 'trains the yardstick: logistic regression on 14 features' } },
  },
  run: async (given) => {
    const wanted = asked(given);
    try {
      const teachers = await sourcesIn(wanted.teach);
      const model = await modelFor(wanted, teachers);
      const tests = wanted.test.length > 0 ? await sourcesIn(wanted.test) : teachers;
      given.print(JSON.stringify(evaluate(model, tests, { head: wanted.horizon === 24 ? 'chase24' : 'chase72', horizonHours: wanted.horizon })));
      return exits.fine;
    } catch (error) {
      const why = error instanceof BadThreads ? error.message : (error as NodeJS.ErrnoException).code === 'ENOENT' ? (error as Error).message : undefined;
      if (why === undefined) throw error;
      given.say({ it: `Il file non si legge: ${why}`, en: `The file cannot be read: ${why}` });
      return exits.badData;
    }
  },
};
