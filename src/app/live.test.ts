import { afterAll, beforeAll, expect, test } from 'vitest';
import { second } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { inWork, system } from '#base/work.ts';
import { addMember, foundCompany } from '#people/index.ts';
import { startApp, type TestApp } from '#test/server.ts';
import { liveRoutes } from './contract.ts';

let app: TestApp;
let caseId: string;
const members: Record<string, string> = {};

const join = async (name: string, roles: readonly ('agent' | 'lead' | 'decider')[], departmentId: string): Promise<void> => {
  const email = `${name.toLowerCase()}@casalumina.example`;
  const id = await inWork(app.services, system, (work) => addMember(work, { name, email, language: 'it', roles, departmentId }));
  if (typeof id !== 'string') throw new Error(id.refused);
  members[name] = id;
};

beforeAll(async () => {
  app = await startApp();
  const { departmentId } = await inWork(app.services, system, (work) =>
    foundCompany(work, { name: 'Casa Lumina', language: 'it', timeZone: 'Europe/Rome', isDemo: false }),
  );
  await join('Giulia', ['agent'], departmentId);
  await join('Marco', ['agent'], departmentId);
  await join('Anna', ['decider'], departmentId);
  const at = app.clock.now();
  const customerId = newId(at);
  await app.db.insertInto('customers').values({ id: customerId, name: 'Elena Marchetti', created_at: at }).execute();
  caseId = newId(at);
  await app.db
    .insertInto('cases')
    .values({
      id: caseId, subject: 'Collo mancante', customer_id: customerId, department_id: departmentId, channel: 'email', status: 'new',
      language: 'it', claim_due_at: at, next_update_due_at: at, opened_at: at, last_activity_at: at,
    })
    .execute();
});
afterAll(() => app.stop());

interface Listening {
  /** What was said so far, without the comments that keep a line open. */
  readonly heard: string[];
  readonly closed: Promise<void>;
  until(what: (heard: readonly string[]) => boolean): Promise<void>;
  stop(): void;
}

const listen = async (headers: Record<string, string>): Promise<Listening> => {
  const end = new AbortController();
  const response = await fetch(`${app.address}/api/live`, { headers, signal: end.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const heard: string[] = [];
  let waiting: (() => void) | undefined;
  const read = async (): Promise<void> => {
    let text = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      const frames = (text + part).split('\n\n');
      text = frames.pop() ?? '';
      heard.push(...frames);
      waiting?.();
    }
  };
  const closed = read().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
  const listening: Listening = {
    heard,
    closed,
    until: async (what) => {
      while (!what(heard)) {
        await new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`Heard only: ${heard.join(' | ')}`)), 5_000);
          waiting = () => {
            clearTimeout(late);
            resolve();
          };
        });
      }
    },
    stop: () => end.abort(),
  };
  await listening.until((frames) => frames.some((frame) => frame.includes('event: hello')));
  return listening;
};

const listenAs = async (name: string, more: Record<string, string> = {}): Promise<Listening> =>
  listen({ ...(await app.signInHeaders({ id: members[name]! })), ...more });

const tell = (topic: string, id: string): Promise<void> => inWork(app.services, system, async (work) => work.tell(topic, id));
const speaksOf = (text: string) => (frames: readonly string[]) => frames.some((frame) => frame.includes(text));

test('who is not signed in hears nothing', async () => {
  const answer = await fetch(`${app.address}/api/live`);
  expect(answer.status).toBe(401);
});

test('each hears what concerns them: cases those who serve, a member’s own news only that member', async () => {
  const [giulia, marco, anna] = await Promise.all(['Giulia', 'Marco', 'Anna'].map((name) => listenAs(name)));
  const last = newId(app.clock.now());
  await tell('case', caseId);
  await tell(`member:${members['Giulia']}`, 'notice-of-giulia');
  for (const name of ['Giulia', 'Marco', 'Anna']) await tell(`member:${members[name]}`, last);
  await Promise.all([giulia, marco, anna].map((one) => one!.until(speaksOf(last))));
  const about = (one: Listening | undefined): boolean[] => [`"topic":"case","id":"${caseId}"`, 'notice-of-giulia'].map((text) => speaksOf(text)(one!.heard));
  expect([about(giulia), about(marco), about(anna)]).toEqual([[true, true], [true, false], [false, false]]);
  for (const one of [giulia, marco, anna]) one!.stop();
});

test('a browser that comes back is told to look at everything again', async () => {
  const giulia = await listenAs('Giulia', { 'last-event-id': '3' });
  await giulia.until(speaksOf('event: resync'));
  expect(giulia.heard.some((frame) => frame.includes('event: resync'))).toBe(true);
  giulia.stop();
});

test('others see who has a case open and who is writing, for fifteen seconds', async () => {
  const [giulia, marco] = [await app.signIn({ id: members['Giulia']! }), await app.signIn({ id: members['Marco']! })];
  const screen = await listenAs('Marco');
  await giulia.call(liveRoutes.bePresent, { params: { id: caseId }, body: { typing: true } });
  await screen.until(speaksOf('"topic":"presence"'));
  const seen = await marco.call(liveRoutes.present, { params: { id: caseId } });
  expect(seen.items).toMatchObject([{ memberId: members['Giulia'], name: 'Giulia', typing: true }]);
  expect((await giulia.call(liveRoutes.present, { params: { id: caseId } })).items).toEqual([]);
  app.clock.advance(15 * second);
  expect((await marco.call(liveRoutes.present, { params: { id: caseId } })).items).toEqual([]);
  screen.stop();
});

test('presence asks for a case that is there, and for a role that serves', async () => {
  const [giulia, anna] = [await app.signIn({ id: members['Giulia']! }), await app.signIn({ id: members['Anna']! })];
  const body = { typing: false };
  expect((await giulia.try(liveRoutes.bePresent, { params: { id: newId(app.clock.now()) }, body })).status).toBe(404);
  expect((await anna.try(liveRoutes.bePresent, { params: { id: caseId }, body })).status).toBe(403);
});
