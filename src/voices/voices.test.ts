import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import { takeCharge, writeNote } from '#cases/contract.ts';
import { registerComplaint } from '#complaints/contract.ts';
import { setWorth } from '#customers/index.ts';
import { readHistory } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { memberRoutes } from '#people/contract.ts';
import { elena, luca, startWorld, type World } from '#test/world.ts';
import { sortVoices } from './actions/night.ts';
import * as voices from './contract.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const text = 'Buongiorno, manca un collo. Peccato anche che il cavo sia così corto: Elena Marchetti, ordine 88213.';
const words = 'Peccato anche che il cavo sia così corto';

interface OnCase {
  readonly caseId: string;
  readonly messageId: string;
  readonly customerId: string;
}

const writes = async (from: string, said = text): Promise<OnCase> => {
  await world.receives({ from, subject: `Ordine ${Math.random()}`, text: said });
  const found = await world.app.db.selectFrom('cases').innerJoin('messages', 'messages.case_id', 'cases.id').orderBy('cases.number', 'desc').limit(1).select(['cases.id as caseId', 'messages.id as messageId', 'customer_id as customerId']).executeTakeFirstOrThrow();
  return found;
};
const spanOf = (whole: string, part: string) => ({ from: whole.indexOf(part), to: whole.indexOf(part) + part.length });
const themeOf = async (id: string) => (await world.as('anna')).call(voices.readTheme, { params: { id } });
const calls = async (person: keyof World['people']) => (await (await world.as(person)).call(noticeRoutes.list)).map(({ kind, facts }) => ({ kind, what: facts.what }));

/** A topic of its own with a decider, so that each tale has its clock. */
const topic = async (nameIt: string, { words: by = [], days = 10, decider = 'anna' }: { words?: string[]; days?: number; decider?: keyof World['people'] | null } = {}) =>
  (await (await world.as('marta')).call(voices.addTopic, { body: { nameIt, nameEn: nameIt, departmentId: world.departments.prodotto, deciderId: decider === null ? null : world.people[decider].id, decidesWithinDays: days, words: by } })).id;

describe('capture', () => {
  it('keeps the very words, where they stand and who said them, and gives the theme who decides and a day', async () => {
    const giulia = await world.as('giulia');
    await topic('prodotto', { words: ['cavo', 'lampad'] });
    const { caseId, messageId, customerId } = await writes(elena);
    await inWork(world.app.services, system, (work) => setWorth(work, customerId, { customerSince: '2019-04-01', yearlyValueCents: 231_000, company: null }));
    const capture = { messageId, ...spanOf(text, words), kind: 'suggestion' as const, newTheme: { title: 'Cavo di alimentazione più lungo', product: 'Lumina 3' } };
    const { theme } = await giulia.call(voices.captureOnCase, { params: { id: caseId }, body: capture });
    expect(await giulia.try(voices.captureOnCase, { params: { id: caseId }, body: capture })).toMatchObject({ status: 409, body: { code: 'voice.known' } });
    expect(await themeOf(theme!.id)).toMatchObject({
      state: 'undecided', decider: { name: 'Anna Fabbri' }, topic: { nameIt: 'prodotto' }, decideBy: '2026-12-09T17:00:00.000Z', voices: 1, customers: 1, valueCents: 231_000, weeks: [0, 0, 0, 0, 0, 0, 0, 1], kinds: [{ kind: 'suggestion', voices: 1 }],
    });
    const { items } = await giulia.call(voices.voicesOfCase, { params: { id: caseId } });
    expect(items).toMatchObject([{ words, saidBy: 'Elena Marchetti', message: { id: messageId, ...spanOf(text, words) }, heardBy: { name: 'Giulia Serra' }, channel: 'email', valueCents: 231_000 }]);
    expect((await giulia.call(readHistory, { params: { id: caseId }, query: {} })).items[0]).toMatchObject({ kind: 'voice.captured', data: { words } });
    // Whoever does not work on cases reads what was said, and not who said it.
    const [seen] = (await (await world.as('anna')).call(voices.listVoices, { query: { themeId: theme!.id } })).items;
    expect(seen).toMatchObject({ words, saidBy: 'cliente dal 2019', customer: null, case: null, message: null });
    expect(JSON.stringify(seen)).not.toMatch(/Marchetti|88213/u);
  });

  it('takes a call note and what a colleague of any department heard; a capture taken back can be brought back', async () => {
    const giulia = await world.as('giulia');
    const { caseId } = await writes(luca, 'Buongiorno.');
    const { id: noteId } = await giulia.call(writeNote, { params: { id: caseId }, body: { text: 'Al telefono dice che vorrebbe il colore rosso.', mentions: [] } });
    const { id } = await giulia.call(voices.captureOnCase, { params: { id: caseId }, body: { noteId, from: 31, to: 46, kind: 'feature_request', newTheme: { title: 'Colore rosso', product: null } } });
    const dario = await world.as('dario');
    const added = await dario.call(voices.addVoice, { body: { words: 'Il corriere dice che le scatole si bagnano.', kind: 'defect', saidBy: 'Un corriere' } });
    expect(added.theme).toBeNull();
    expect((await dario.call(voices.listVoices, { query: { loose: 'yes' } })).items.map(({ words: said }) => said)).toEqual(['Il corriere dice che le scatole si bagnano.']);
    await giulia.call(voices.withdrawVoice, { params: { id } });
    expect((await giulia.call(voices.voicesOfCase, { params: { id: caseId } })).items).toEqual([]);
    await giulia.call(voices.returnVoice, { params: { id } });
    expect((await giulia.call(voices.voicesOfCase, { params: { id: caseId } })).items).toMatchObject([{ source: 'note', saidBy: 'Luca Ferri' }]);
  });

  it('takes the words of a complaint that came on paper, once', async () => {
    const giulia = await world.as('giulia');
    const { caseId } = await writes(luca, 'Buongiorno.');
    await giulia.call(takeCharge, { params: { id: caseId } });
    const paper = 'Reclamo per il ritardo. La prossima volta vorrei un avviso prima della consegna.';
    const otherwise = { channel: 'letter' as const, receivedAt: world.app.clock.now().toISOString(), said: paper };
    const { id: complaintId } = await giulia.call(registerComplaint, { params: { id: caseId }, body: { sector: 'none', complainant: 'Carla Ferri', topic: 'Consegna', messageId: null, otherwise } });
    const capture = { complaintId, ...spanOf(paper, 'vorrei un avviso prima della consegna'), kind: 'suggestion' as const, newTheme: { title: 'Avviso prima della consegna', product: null } };
    await giulia.call(voices.captureOnCase, { params: { id: caseId }, body: capture });
    expect(await giulia.try(voices.captureOnCase, { params: { id: caseId }, body: capture })).toMatchObject({ status: 409, body: { code: 'voice.known' } });
    expect((await giulia.call(voices.voicesOfCase, { params: { id: caseId } })).items).toMatchObject([{ source: 'complaint', saidBy: 'Luca Ferri', words: 'vorrei un avviso prima della consegna' }]);
    const { caseId: other } = await writes(elena);
    expect(await giulia.try(voices.captureOnCase, { params: { id: other }, body: capture })).toMatchObject({ status: 404 });
  });

  it('suggests what is worth hearing after the mail is filed; what is taken or dismissed is not suggested again', async () => {
    const giulia = await world.as('giulia');
    const said = 'Buongiorno, ho ricevuto l’ordine 88213. Sarebbe bello poter pagare a rate anche le lampade piccole. Aspetto da tre settimane il rimborso e nessuno risponde. Cordiali saluti';
    const { caseId } = await writes(luca, said);
    await world.app.sweep();
    const { suggestions } = await giulia.call(voices.voicesOfCase, { params: { id: caseId } });
    expect(suggestions.map(({ kind, words: found }) => [kind, found])).toEqual([
      ['feature_request', 'Sarebbe bello poter pagare a rate anche le lampade piccole.'], ['frustration', 'Aspetto da tre settimane il rimborso e nessuno risponde.'],
    ]);
    await giulia.call(voices.takeSuggestion, { params: { id: suggestions[0]!.id }, body: { kind: 'feature_request' } });
    await giulia.call(voices.dismissSuggestion, { params: { id: suggestions[1]!.id } });
    expect(await giulia.try(voices.takeSuggestion, { params: { id: suggestions[1]!.id }, body: { kind: 'frustration' } })).toMatchObject({ status: 409, body: { code: 'voice.suggestion_settled' } });
    expect(await giulia.call(voices.voicesOfCase, { params: { id: caseId } })).toMatchObject({ suggestions: [], items: [{ kind: 'feature_request', words: suggestions[0]!.words }] });
  });

  it('refuses words that are not there, and a message of another case', async () => {
    const giulia = await world.as('giulia');
    const [one, other] = [await writes(elena), await writes(luca)];
    const body = { messageId: one.messageId, from: 0, to: 9_000, kind: 'idea' as const };
    expect(await giulia.try(voices.captureOnCase, { params: { id: one.caseId }, body })).toMatchObject({ status: 409, body: { code: 'voice.not_there' } });
    expect(await giulia.try(voices.captureOnCase, { params: { id: other.caseId }, body: { ...body, to: 10 } })).toMatchObject({ status: 404 });
  });
});

/** A theme with as many voices, each of a customer of its own. */
const themeWith = async (title: string, count: number, topicId: string): Promise<{ themeId: string; voiceIds: string[] }> => {
  const dario = await world.as('dario');
  const voiceIds: string[] = [];
  for (let each = 0; each < count; each += 1) voiceIds.push((await dario.call(voices.addVoice, { body: { words: `${title}, detto ${each}`, kind: 'suggestion', saidBy: `Cliente ${title} ${each}` } })).id);
  const { id: themeId } = await dario.call(voices.openTheme, { body: { title, topicId, insightIds: voiceIds } });
  return { themeId, voiceIds };
};

describe('take or leave', () => {
  it('is refused to who does not decide, with the name of who does, and freezes what stood behind it', async () => {
    const topicId = await topic('colori');
    const { themeId } = await themeWith('Rosso', 4, topicId);
    const leave = { params: { id: themeId }, body: { reason: 'too_few' as const, words: 'Quattro richieste in due anni.' } };
    expect(await (await world.as('marta')).try(voices.leaveTheme, leave)).toMatchObject({ status: 409, body: { code: 'theme.not_yours', words: expect.stringContaining('Anna Fabbri') as string } });
    const anna = await world.as('anna');
    const left = await anna.call(voices.leaveTheme, leave);
    expect(left).toMatchObject({ kind: 'leave', reason: 'too_few', customers: 4, voices: 4 });
    expect(await themeOf(themeId)).toMatchObject({ state: 'left', decideBy: null });

    // A year later it is taken; the old decision stays.
    world.app.clock.advance(30 * day);
    const shipsBy = world.app.clock.now().toISOString().slice(0, 10);
    const taken = await anna.call(voices.takeTheme, { params: { id: themeId }, body: { doerDepartmentId: world.departments.prodotto, shipsBy, words: 'Lo facciamo.' } });
    expect(await anna.try(voices.takeTheme, { params: { id: themeId }, body: { doerDepartmentId: world.departments.prodotto, shipsBy, words: 'Ancora.' } })).toMatchObject({ body: { code: 'theme.is_taken' } });
    expect((await themeOf(themeId)).decisions.map(({ kind, isSuperseded }) => [kind, isSuperseded])).toEqual([['take', false], ['leave', true]]);
    await anna.call(voices.shipDecision, { params: { id: taken.id }, body: { words: 'In vendita da oggi.' } });
    expect(await themeOf(themeId)).toMatchObject({ state: 'shipped', decision: { shippedWords: 'In vendita da oggi.' } });
    expect(await anna.try(voices.shipDecision, { params: { id: left.id }, body: { words: 'No.' } })).toMatchObject({ body: { code: 'decision.not_taken' } });
  });

  it('comes back by itself when far more ask than when it was left for being too few', async () => {
    const { themeId } = await themeWith('A rate', 2, await topic('pagamenti'));
    await (await world.as('anna')).call(voices.leaveTheme, { params: { id: themeId }, body: { reason: 'too_few', words: 'Due sole.' } });
    const { voiceIds } = await themeWith('A rate, di nuovo', 5, await topic('pagamenti dopo'));
    const dario = await world.as('dario');
    for (const id of voiceIds) await dario.call(voices.changeVoice, { params: { id }, body: { kind: 'suggestion', themeId } });
    expect(await themeOf(themeId)).toMatchObject({ state: 'undecided', customers: 7 });
  });

  it('climbs when nobody decides: the decider before the day, the head on it, the management three days later', async () => {
    const { themeId } = await themeWith('Due colli', 3, await topic('consegna', { days: 2, decider: 'luca' }));
    const { decideBy } = await themeOf(themeId);
    const until = async (at: Date) => {
      world.app.clock.advance(at.getTime() - world.app.clock.now().getTime());
      await world.app.sweep();
    };
    await until(new Date(Date.parse(decideBy!) - 3_600_000));
    expect(await calls('luca')).toContainEqual({ kind: 'decision_near', what: 'Due colli' });
    expect(await calls('anna')).not.toContainEqual({ kind: 'decision_late', what: 'Due colli' });
    await until(new Date(Date.parse(decideBy!) + 60_000));
    expect(await calls('anna')).toContainEqual({ kind: 'decision_late', what: 'Due colli' });
    expect(await calls('elena')).not.toContainEqual({ kind: 'decision_late', what: 'Due colli' });
    await until(new Date(Date.parse(decideBy!) + 3 * day + 60_000));
    expect(await calls('elena')).toContainEqual({ kind: 'decision_late', what: 'Due colli' });
    expect(await themeOf(themeId)).toMatchObject({ climbedTo: 3, may: { decide: true } });
    expect((await (await world.as('luca')).call(voices.countThemes)).mineOverdue).toBeGreaterThanOrEqual(1);
    // Once it is decided nobody is called about it any more.
    await (await world.as('luca')).call(voices.leaveTheme, { params: { id: themeId }, body: { reason: 'costs_too_much', words: 'Costa più di quanto porta.' } });
    for (const person of ['luca', 'anna', 'elena'] as const) expect((await calls(person)).filter(({ what }) => what === 'Due colli')).toEqual([]);
  });

  it('calls who decided when the day of what was taken has passed, once for each day that was said', async () => {
    const { themeId } = await themeWith('Video', 1, await topic('montaggio'));
    const anna = await world.as('anna');
    const day0 = world.app.clock.now().toISOString().slice(0, 10);
    const taken = await anna.call(voices.takeTheme, { params: { id: themeId }, body: { doerId: world.people.luca.id, shipsBy: day0, words: 'Un video.' } });
    expect(await calls('luca')).toContainEqual({ kind: 'theme_to_do', what: 'Video' });
    world.app.clock.advance(2 * day);
    await world.app.sweep();
    expect(await calls('anna')).toContainEqual({ kind: 'shipping_late', what: 'Video' });
    const next = new Date(world.app.clock.now().getTime() + 5 * day).toISOString().slice(0, 10);
    await anna.call(voices.moveShipping, { params: { id: taken.id }, body: { shipsBy: next, why: 'Il regista è malato.' } });
    await world.app.sweep();
    expect(await calls('anna')).not.toContainEqual({ kind: 'shipping_late', what: 'Video' });
    expect(await world.app.db.selectFrom('decision_moves').where('decision_id', '=', taken.id).select(['from_day', 'to_day']).execute()).toEqual([{ from_day: day0, to_day: next }]);
  });

  it('is never left without a decider: whoever leaves is followed by whom the rules name', async () => {
    const topicId = await topic('sito', { decider: 'chiara' });
    const { themeId } = await themeWith('Il sito è lento', 1, topicId);
    expect((await themeOf(themeId)).decider.name).toBe('Chiara Poli');
    await (await world.as('marta')).call(memberRoutes.depart, { params: { id: world.people.chiara.id } });
    expect((await themeOf(themeId)).decider.name).toBe('Anna Fabbri');
    expect(await calls('anna')).toContainEqual({ kind: 'theme_handed', what: 'Il sito è lento' });
    expect((await (await world.as('marta')).call(voices.listTopics)).items.find(({ id }) => id === topicId)?.decidesNow.name).toBe('Anna Fabbri');
  });
});

describe('themes that say the same', () => {
  it('merge with every customer, split again, and undo gives back exactly what was', async () => {
    const topicId = await topic('istruzioni');
    const [one, other] = [await themeWith('Istruzioni chiare', 3, topicId), await themeWith('Montaggio spiegato', 2, topicId)];
    const dario = await world.as('dario');
    const before = await themeOf(one.themeId);
    const { stepId } = await dario.call(voices.mergeTheme, { params: { id: one.themeId }, body: { intoId: other.themeId } });
    // A link to the merged theme leads to where its voices stand now.
    expect(await themeOf(one.themeId)).toMatchObject({ id: other.themeId, customers: 5, voices: 5 });
    const { newId } = await dario.call(voices.splitTheme, { params: { id: other.themeId }, body: { insightIds: [one.voiceIds[0]!], title: 'Solo uno', topicId } });
    expect([await themeOf(other.themeId), await themeOf(newId)].map(({ customers }) => customers)).toEqual([4, 1]);
    await dario.call(voices.undoThemeStep, { params: { id: stepId } });
    // What was split off meanwhile stays where a person put it.
    expect([await themeOf(one.themeId), await themeOf(other.themeId), await themeOf(newId)].map(({ voices: count }) => count)).toEqual([2, 2, 1]);
    expect(await themeOf(one.themeId)).toMatchObject({ state: 'undecided', decideBy: before.decideBy });
    expect(await dario.try(voices.undoThemeStep, { params: { id: stepId } })).toMatchObject({ body: { code: 'theme.step_undone' } });
    expect(await dario.try(voices.mergeTheme, { params: { id: one.themeId }, body: { intoId: one.themeId } })).toMatchObject({ body: { code: 'theme.same' } });
  });

  it('are found at night among what nobody has put anywhere, and wait for a person', async () => {
    const dario = await world.as('dario');
    const loose = [
      'Vorrei pagare a rate anche sotto i duecento euro', 'Si potrebbe pagare a rate sotto i 200 euro?', 'Peccato non poter pagare a rate: 180 euro tutti insieme sono tanti',
      'Il modulo di reso chiede il numero di serie e io non lo trovo', 'Perché nel modulo di reso serve il numero di serie?', 'Numero di serie introvabile: il modulo di reso non va avanti',
      // There is a theme for this one already: it waits beside it, and makes no second.
      'Le istruzioni non sono chiare, il montaggio va spiegato',
      'Il corriere è stato gentile ma è passato di sera',
    ];
    for (const [each, words] of loose.entries()) await dario.call(voices.addVoice, { body: { words, kind: 'suggestion', saidBy: `Persona ${each}` } });
    await sortVoices(world.app.services);
    const { items } = await dario.call(voices.listThemes, { query: { list: 'proposed' } });
    // The instalments that were captured from a mail above are among them.
    expect(items.map(({ voices: count, decideBy }) => [count, decideBy])).toEqual([[4, null], [3, null]]);
    const [first] = items;
    await sortVoices(world.app.services);
    expect((await dario.call(voices.listThemes, { query: { list: 'proposed' } })).items.length).toBe(2);
    await dario.call(voices.confirmTheme, { params: { id: first!.id }, body: { title: 'Confermato', topicId: first!.topic.id } });
    expect(await themeOf(first!.id)).toMatchObject({ state: 'undecided', title: 'Confermato', customers: 4 });
    await dario.call(voices.dissolveTheme, { params: { id: items[1]!.id } });
    expect(await dario.try(voices.readTheme, { params: { id: items[1]!.id } })).toMatchObject({ status: 404 });
    expect((await dario.call(voices.listVoices, { query: { loose: 'yes' } })).items.length).toBeGreaterThanOrEqual(4);
  });

  it('are proposed by their words while capturing', async () => {
    const { themes } = await (await world.as('giulia')).call(voices.nearestThemes, { body: { words: 'il cavo è troppo corto per arrivare alla presa' } });
    expect(themes[0]?.title).toBe('Cavo di alimentazione più lungo');
  });
});
