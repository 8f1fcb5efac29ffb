import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '#base/postgres/joining.ts';
import { openConnection } from '#base/mail-transport/smtp-account.ts';
import { serviceAddress } from '../src/demo/company.ts';
import { sessions, type Filled } from './filled.ts';
import { ask } from './http.ts';
import { mailsOf, type BenchMail } from './mails.ts';
import { summary, type Measured } from './measure.ts';
import { startProgram } from './program.ts';

/** Which case changed when, as one screen hears it. */
type Heard = Map<string, number>;

const openScreen = (address: string, cookie: string, onNews: (caseId: string) => void): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const heard: Heard = new Map();
    let rest = '';
    const asked = request(`${address}/api/live`, { headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`The stream answered ${answer.statusCode}.`));
      answer.setEncoding('utf8').on('data', (text: string) => {
        const frames = (rest + text).split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) {
          const data = /^data: (\{"topic":"case".*\})$/mu.exec(frame)?.[1];
          if (data === undefined) continue;
          const { id } = JSON.parse(data) as { id: string };
          if (heard.has(id)) continue;
          heard.set(id, performance.now());
          onNews(id);
        }
      });
      // The program ends the streams at the end of the run.
      answer.on('error', () => undefined);
      resolve(heard);
    });
    asked.on('error', reject);
    asked.end();
  });

const deliver = async (port: number, mails: readonly BenchMail[], { perSecond, acknowledged }: { perSecond: number; acknowledged: Map<string, number> }): Promise<void> => {
  const line = await openConnection({ host: '127.0.0.1', port, security: 'none', auth: null });
  for (const mail of mails) {
    await new Promise<void>((resolve, reject) => line.send({ from: mail.from, to: [serviceAddress] }, mail.raw, (error) => (error === null ? resolve() : reject(error))));
    acknowledged.set(mail.messageId, performance.now());
    await pause(1_000 / perSecond);
  }
  line.quit();
};

export interface Live {
  readonly screens: number;
  readonly mails: number;
  /** Of every mail on every screen; -1 stands for none that never came. */
  readonly onScreen: Measured;
  readonly missed: number;
  /** Until one of them, which asks for its list at every news, has the case in it. */
  readonly inTheList: Measured;
  /** Until the heat of the case has been read anew. */
  readonly heated: Measured;
  readonly memory: number;
}

const look = 20;

/** Notes when each mail's case has its heat, until told to stop; every case is new, so it has none before. */
const watchHeat = (filled: Filled, sent: ReadonlyMap<string, number>): { stop(): Promise<Map<string, number>> } => {
  const heated = new Map<string, number>();
  const over = new AbortController();
  const looking = withClient(filled.connection, async (client) => {
    while (!over.signal.aborted) {
      const waiting = [...sent.keys()].filter((header) => !heated.has(header));
      const text = 'select m.header from mail_ids m join case_heat h on h.case_id = m.case_id where m.header = any($1)';
      const { rows } = await client.query<{ header: string }>({ name: 'heated', text, values: [waiting] });
      for (const { header } of rows) heated.set(header, performance.now());
      await pause(look);
    }
  });
  return {
    stop: async () => {
      over.abort();
      await looking;
      return heated;
    },
  };
};

/** Screens of two hundred colleagues, and mail that comes in while they look. */
export const live = async (filled: Filled, seconds: number): Promise<Live> => {
  const program = await startProgram(filled, 'web,jobs,mail');
  const perSecond = 4;
  const mails = mailsOf(Math.max(20, seconds * perSecond), `${Date.now()}`).filter(({ raw }) => !raw.includes('In-Reply-To'));
  const listed: Heard = new Map();
  let isOver = false;
  const refetch = async (caseId: string): Promise<void> => {
    // What still comes when all is counted needs no list any more.
    if (isOver) return;
    const body = await ask(`${program.address}/api/desk/cases?list=open&order=activity`, filled.cookie(1));
    if (body.includes(caseId) && !listed.has(caseId)) listed.set(caseId, performance.now());
  };
  const fetching: Promise<void>[] = [];
  try {
    const screens: Heard[] = [];
    for (let number = 1; number <= sessions; number += 1) {
      screens.push(await openScreen(program.address, filled.cookie(number), number === 1 ? (caseId) => void fetching.push(refetch(caseId)) : () => undefined));
    }
    const acknowledged = new Map<string, number>();
    const heat = watchHeat(filled, acknowledged);
    await deliver(program.smtpPort, mails, { perSecond, acknowledged });
    await pause(3_000);
    isOver = true;
    const heatedAt = await heat.stop();
    await Promise.all(fetching);
    const cases = await withClient(filled.connection, (client) => client.query<{ header: string; case_id: string }>('select header, case_id from mail_ids where header = any($1)', [[...acknowledged.keys()]]));
    const onScreen: number[] = [];
    const inTheList: number[] = [];
    let missed = acknowledged.size - cases.rows.length;
    for (const { header, case_id: caseId } of cases.rows) {
      const from = acknowledged.get(header)!;
      for (const screen of screens) {
        const at = screen.get(caseId);
        if (at === undefined) missed += 1;
        else onScreen.push(Math.max(0, at - from));
      }
      const at = listed.get(caseId);
      if (at !== undefined) inTheList.push(Math.max(0, at - from));
    }
    const heated = [...acknowledged].map(([header, from]) => Math.max(0, (heatedAt.get(header) ?? Number.POSITIVE_INFINITY) - from));
    return { screens: screens.length, mails: mails.length, onScreen: summary([onScreen]), missed, inTheList: summary([inTheList]), heated: summary([heated]), memory: await program.memory() };
  } finally {
    await program.stop();
  }
};
