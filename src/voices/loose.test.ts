import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, hour, minute } from '#base/clock.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { startWorld, type World } from '#test/world.ts';
import { sortVoices } from './actions/night.ts';
import * as voices from './contract.ts';

// Law 7 for a voice that stands in no theme: somebody sees to it, by a day, and it climbs.

let world: World;
let topicId: string;
beforeAll(async () => {
  world = await startWorld();
  const body = { nameIt: 'Pagamenti', nameEn: 'Payments', departmentId: world.departments.prodotto, deciderId: world.people.luca.id, decidesWithinDays: 10, words: ['rate', 'pagare'] };
  ({ id: topicId } = await (await world.as('marta')).call(voices.addTopic, { body }));
});
afterAll(() => world.stop());

const says = async (words: string, who = 'Una signora'): Promise<string> => (await (await world.as('dario')).call(voices.addVoice, { body: { words, kind: 'suggestion', saidBy: who } })).id;
const loose = async () => (await (await world.as('dario')).call(voices.listVoices, { query: { loose: 'yes' } })).items;
const calls = async (person: keyof World['people']) =>
  (await (await world.as(person)).call(noticeRoutes.list)).filter(({ facts }) => facts.key === topicId).map(({ kind, facts }) => [kind, facts.what, facts.count]);
const until = async (at: number): Promise<void> => {
  world.app.clock.advance(at - world.app.clock.now().getTime());
  await world.app.sweep();
};
const opens = async (title: string, insightIds: string[]) => (await (await world.as('anna')).call(voices.openTheme, { body: { title, topicId, insightIds } })).id;

describe('a voice without a theme', () => {
  it('has somebody who sees to it and five working days, from the words alone', async () => {
    const id = await says('Vorrei pagare a rate.');
    const [voice] = await loose();
    // Said on Tuesday 24 November: the Tuesday after, when the office closes.
    expect(voice).toMatchObject({ id, theme: null, waitsFor: { decider: { id: world.people.luca.id }, by: '2026-12-01T17:00:00.000Z' } });
    const other = await says('Il gatto si è innamorato della scatola.');
    expect((await loose()).find((one) => one.id === other)?.waitsFor?.decider.name).not.toBe('');
    await (await world.as('dario')).call(voices.withdrawVoice, { params: { id: other } });
    await opens('Pagare a rate', [id]);
    expect((await (await world.as('dario')).call(voices.listVoices, { query: {} })).items.find((one) => one.id === id)).toMatchObject({ waitsFor: null });
  });

  it('climbs: who decides for its topic, the head, the management; one call speaks of all that are due together', async () => {
    const ids = [await says('Pagare a rate sotto i 200 euro?', 'Ada'), await says('A rate anche il tappeto, si può pagare?', 'Bice')];
    const by = Date.parse((await loose())[0]!.waitsFor!.by);
    await until(by - hour);
    expect(await calls('luca')).toEqual([['voices_near', 'Pagamenti', 2]]);
    expect(await calls('anna')).toEqual([]);
    await until(by + minute);
    expect([await calls('anna'), await calls('elena')]).toEqual([[['voices_late', 'Pagamenti', 2]], []]);
    expect((await (await world.as('luca')).call(voices.countThemes))).toMatchObject({ loose: 2, looseOverdue: 2 });
    await until(by + 3 * day + minute);
    expect(await calls('elena')).toEqual([['voices_late', 'Pagamenti', 2]]);
    // With one of the two in place the other still waits; with both nobody is called any more.
    await opens('Rate sotto i 200', [ids[0]!]);
    expect(await calls('elena')).toHaveLength(1);
    await (await world.as('dario')).call(voices.withdrawVoice, { params: { id: ids[1]! } });
    for (const person of ['luca', 'anna', 'elena'] as const) expect(await calls(person)).toEqual([]);
  });

  it('waits on while it is only in a proposal, and afterwards when the proposal was none', async () => {
    const said = ['Il modulo di reso chiede il numero di serie e io non lo trovo', 'Perché nel modulo di reso serve il numero di serie?', 'Numero di serie introvabile: il modulo di reso non va avanti'];
    for (const [each, words] of said.entries()) await says(words, `Persona ${each}`);
    const before = (await loose()).map(({ waitsFor }) => waitsFor?.by);
    await sortVoices(world.app.services);
    const dario = await world.as('dario');
    const [proposed] = (await dario.call(voices.listThemes, { query: { list: 'proposed' } })).items;
    expect((await dario.call(voices.listVoices, { query: { themeId: proposed!.id } })).items.map(({ waitsFor }) => waitsFor?.by)).toEqual(before);
    await until(Date.parse(before[0]!) + minute);
    const marked = await world.app.db.selectFrom('insights').where('theme_id', '=', proposed!.id).select('place_climbed_to').execute();
    expect(marked.map(({ place_climbed_to: step }) => step)).toEqual([2, 2, 2]);
    await dario.call(voices.dissolveTheme, { params: { id: proposed!.id } });
    expect((await loose()).map(({ waitsFor }) => waitsFor?.by)).toEqual(before);
  });

  it('that is taken out of a theme gets a new day', async () => {
    const id = await says('Pagare con il telefono');
    const themeId = await opens('Telefono', [id]);
    world.app.clock.advance(20 * day);
    await (await world.as('dario')).call(voices.changeVoice, { params: { id }, body: { kind: 'idea', themeId: null } });
    const voice = (await loose()).find((one) => one.id === id);
    expect(Date.parse(voice!.waitsFor!.by)).toBeGreaterThan(world.app.clock.now().getTime());
    expect(themeId).not.toBe('');
  });

  it('cannot be stored without a clock that goes on', async () => {
    const id = await says('Pagare in contanti');
    await expect(world.app.db.updateTable('insights').set({ next_place_climb_at: null }).where('id', '=', id).execute()).rejects.toThrow('law_7_no_loose_voice');
  });

  it('of a topic that is closed waits for whoever decides for everything else', async () => {
    await says('Pagare a rate, ancora.', 'Zoe');
    await (await world.as('marta')).call(voices.closeTopic, { params: { id: topicId } });
    const rest = (await (await world.as('marta')).call(voices.listTopics)).items.find(({ isForTheRest }) => isForTheRest);
    expect((await loose()).at(-1)?.waitsFor?.decider.name).toBe(rest?.decidesNow.name);
  });
});

describe('letters that nobody reads', () => {
  it('call who decided after three days, once, and stop calling when they are let go', async () => {
    const anna = await world.as('anna');
    const body = { nameIt: 'Colori', nameEn: 'Colours', departmentId: world.departments.prodotto, deciderId: world.people.anna.id, decidesWithinDays: 10, words: [] };
    const { id: colours } = await (await world.as('marta')).call(voices.addTopic, { body });
    await world.receives({ from: 'Carla Verdi <carla.verdi@posta.example>', subject: 'Colori', text: 'La vorrei rossa, per favore.' });
    const message = await world.app.db.selectFrom('messages').innerJoin('cases', 'cases.id', 'case_id').orderBy('cases.number', 'desc').select(['messages.id', 'case_id as caseId']).executeTakeFirstOrThrow();
    const { theme } = await (await world.as('giulia')).call(voices.captureOnCase, { params: { id: message.caseId }, body: { messageId: message.id, from: 0, to: 15, kind: 'feature_request', newTheme: { title: 'Rossa', product: null, topicId: colours } } });
    await anna.call(voices.leaveTheme, { params: { id: theme!.id }, body: { reason: 'too_few', words: 'Per ora siamo in pochi a volerla.' } });
    const waiting = async () => (await anna.call(noticeRoutes.list)).filter(({ kind }) => kind === 'letters_wait').map(({ facts }) => [facts.what, facts.count]);
    world.app.clock.advance(2 * day);
    await world.app.sweep();
    expect(await waiting()).toEqual([]);
    world.app.clock.advance(day + hour);
    await world.app.sweep();
    await world.app.sweep();
    expect(await waiting()).toEqual([['Rossa', 1]]);
    await anna.call(voices.releaseLetters, { params: { id: theme!.id }, body: {} });
    expect(await waiting()).toEqual([]);
  });
});
