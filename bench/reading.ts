import type pg from 'pg';
import { withClient } from '#base/postgres/joining.ts';
import { planted } from './fill-words.ts';
import type { Filled } from './filled.ts';
import { ask } from './http.ts';
import { interleave, type Compared } from './measure.ts';
import { startProgram } from './program.ts';

/** What is asked over HTTP, and the least that the database must do for it. */
interface Question {
  readonly name: string;
  readonly path: (turn: number) => string;
  readonly bare: (client: pg.Client, turn: number) => Promise<unknown>;
}

const listColumns = 'c.id, c.number, c.subject, c.status, c.channel, c.owner_id, c.last_activity_at, c.next_update_due_at, c.waiting_since, cu.name as customer, o.name as owner';
const listTables = 'join customers cu on cu.id = c.customer_id left join members o on o.id = c.owner_id';
const isOpen = `c.status not in ('resolved', 'closed')`;

const lists = (memberId: string): Question[] => [
  {
    name: 'open, by activity',
    path: () => '/api/desk/cases?list=open&order=activity',
    bare: (client) => client.query({ name: 'list_activity', text: `select ${listColumns} from cases c ${listTables} where ${isOpen} order by c.last_activity_at desc, c.id desc limit 51` }),
  },
  {
    name: 'open, by heat',
    path: () => '/api/desk/cases?list=open&order=heat',
    bare: (client) => client.query({ name: 'list_heat', text: `select ${listColumns}, h.degrees from case_heat h join cases c on c.id = h.case_id ${listTables} where ${isOpen} order by h.degrees desc, h.case_id limit 51` }),
  },
  {
    name: 'mine, by heat',
    path: () => '/api/desk/cases',
    bare: (client) => client.query({ name: 'list_mine', text: `select ${listColumns}, h.degrees from cases c left join case_heat h on h.case_id = c.id ${listTables} where ${isOpen} and c.owner_id = $1 order by coalesce(h.degrees, 0) desc, c.id limit 51`, values: [memberId] }),
  },
];

const opening = (ids: readonly string[]): Question[] => {
  const of = (turn: number): string => ids[turn % ids.length]!;
  const whole = `select c.*, cu.name as customer, o.name as owner from cases c ${listTables} where c.id = $1`;
  const messages = 'select m.* from messages m where m.case_id = $1 order by m.at, m.id';
  return [
    {
      name: 'a case of 20 messages',
      path: (turn) => `/api/desk/cases/${of(turn)}`,
      bare: async (client, turn) => {
        await client.query({ name: 'case', text: whole, values: [of(turn)] });
        await client.query({ name: 'messages', text: messages, values: [of(turn)] });
      },
    },
  ];
};

const searches = (): Question[] =>
  Object.entries(planted).map(([name, word]) => ({
    name: `${name}: ${word}`,
    path: () => `/api/search?q=${word}`,
    bare: (client) =>
      client.query({
        name: 'search',
        text: `select m.id, m.case_id, c.number, c.subject, m.text from (select message_id, at from message_words where words @@ plainto_tsquery('simple', $1) limit 3000) w
          join messages m on m.id = w.message_id join cases c on c.id = m.case_id order by w.at desc limit 20`,
        values: [word],
      }),
  }));

export interface Answered extends Compared {
  readonly name: string;
  /** Milliseconds of processor time of our process for each request; the database's is not in it. */
  readonly cpuPerRequest: number;
}

export interface Read {
  readonly questions: readonly Answered[];
  readonly memory: number;
}

const casesOfTwenty = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(`select c.id from cases c where number % 10 = 0 and number > 10000 order by hashtext(c.id::text) limit 400`);
  return rows.map(({ id }) => id);
};

export type Reading = 'list' | 'open' | 'search';

/** Asks by HTTP and asks the bare database in turns. Only the pages run, as no mail comes meanwhile. */
export const read = async (filled: Filled, what: Reading, seconds: number): Promise<Read> => {
  const profile = process.env['PRESA_BENCH_PROFILE'];
  const program = await startProgram(filled, 'web', profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]);
  try {
    return await withClient(filled.connection, async (client) => {
      const { rows } = await client.query<{ id: string }>("select s.member_id as id from sessions join sign_ins s on s.id = sessions.sign_in_id order by s.member_id limit 1");
      const questions = what === 'list' ? lists(rows[0]!.id) : what === 'open' ? opening(await casesOfTwenty(client)) : searches();
      const answered: Answered[] = [];
      for (const { name, path, bare } of questions) {
        const perRound = (seconds * 1_000) / (questions.length * 6);
        let asked = 0;
        const before = await program.cpu();
        const ours = (turn: number): Promise<string> => {
          asked += 1;
          return ask(`${program.address}${path(turn)}`, filled.cookie(1));
        };
        const compared = await interleave({ perRound, ours, bare: (turn) => bare(client, turn) });
        answered.push({ name, ...compared, cpuPerRequest: Math.round((100 * ((await program.cpu()) - before)) / asked) / 100 });
      }
      return { questions: answered, memory: await program.memory() };
    });
  } finally {
    await program.stop();
  }
};
