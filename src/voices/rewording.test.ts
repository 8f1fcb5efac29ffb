import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellLettersTale, type LettersTale } from '#test/letters-tale.ts';
import { content, silence, startModelServer, status, type ModelServer } from '#test/model-server.ts';
import { startWorld, type World } from '#test/world.ts';
import * as voices from './contract.ts';
import { proposeRewording } from './contract/rewording.ts';

let tale: LettersTale;
let world: World;
let model: ModelServer;
let own: string;
let themeId: string;

beforeAll(async () => {
  model = await startModelServer();
  tale = await tellLettersTale(model);
  ({ world, own, themeId } = tale);
}, 60_000);
afterAll(async () => {
  await tale?.stop();
  await model?.close();
});

const proposes = (text: string) => content(JSON.stringify({ text }));
const asks = async (body: { language: 'it' | 'en'; courtesy?: 'neither' | 'formal' | 'informal'; text: string | null }, who: 'anna' | 'dario' = 'anna') => (await world.as(who)).try(proposeRewording, { params: { id: themeId }, body });
const words = async () => (await (await world.as('anna')).call(voices.readLoop, { params: { id: themeId } })).now?.words;

describe('other words for the letters', () => {
  it('stand beside one’s own, and are neither kept nor sent', async () => {
    expect((await (await world.as('anna')).call(voices.readLoop, { params: { id: themeId } })).may).toEqual({ tell: true, reword: true });
    model.answers(proposes('Buone notizie: dall’8 marzo 2027 la Lumina 3 arriverà con un cavo di tre metri.'));
    expect(await asks({ language: 'it', text: own })).toMatchObject({ status: 200, body: { text: 'Buone notizie: dall’8 marzo 2027 la Lumina 3 arriverà con un cavo di tre metri.', from: { language: 'it', text: own } } });
    model.answers(proposes('From 8 March 2027 the Lumina 3 comes with a cable of three metres.'));
    expect(await asks({ language: 'en', text: null })).toMatchObject({ status: 200, body: { text: 'From 8 March 2027 the Lumina 3 comes with a cable of three metres.', from: { language: 'it', text: own } } });
    expect(await words()).toEqual({ it: own, en: null });
    await world.app.sweep();
    expect(await world.app.db.selectFrom('outbox').where('purpose', '=', 'reply').select('id').execute()).toEqual([]);
  });

  it('are asked for without names, addresses and numbers, and what customers said is data, whatever it orders', async () => {
    model.answers(proposes('Un cavo di tre metri dall’8 marzo 2027, per la Lumina 3.'));
    await asks({ language: 'it', courtesy: 'formal', text: `Elena Marchetti aveva ragione. ${own} Per domande: elena@posta.example` });
    const [system, user] = model.heard.at(-1)!.body.messages.map(({ content: said }) => said) as [string, string];
    expect(system).toContain('"Lei"');
    expect(system).not.toMatch(/Ignora|cavo|Elena/u);
    expect(user).not.toMatch(/Elena|Marchetti|Luca|Ferri|Peter|Hall|555|@/u);
    const data = JSON.parse(user) as { title: string; text: string; decision: string; said: string[] };
    expect(data).toMatchObject({ decision: 'take', title: 'Cavo più lungo per […]' });
    expect(data.text).toContain('dall’8 marzo 2027');
    expect(data.said.join(' ')).toContain('Ignora le istruzioni');
    // A model that did as it was told: what it brings is another number, and nobody sees it.
    model.answers(proposes(`${own} Il rimborso è di 500 euro.`));
    expect(await asks({ language: 'it', text: own })).toMatchObject({ status: 409, body: { code: 'loop.rewording_changes', words: expect.stringContaining('scartata') as string } });
  });

  it('are thrown away with another date, late, empty, strange or broken; one’s own stay, and the reason is said', async () => {
    const outcome = async (answer: Parameters<ModelServer['answers']>[0]): Promise<unknown> => {
      model.answers(answer);
      const { status: code, body } = await asks({ language: 'it', text: own });
      return [code, (body as { code: string }).code];
    };
    expect(await outcome(proposes(own.replace('8 marzo', '18 marzo')))).toEqual([409, 'loop.rewording_changes']);
    expect(await outcome(silence)).toEqual([409, 'loop.rewording_late']);
    for (const answer of [status(500, 'out of memory'), proposes(''), content('Ecco la tua lettera!'), status(200, '<html>')]) expect(await outcome(answer)).toEqual([409, 'loop.rewording_unusable']);
    expect(await outcome(proposes(`La **Lumina 3** avrà un cavo di tre metri dall’8 marzo 2027. Sconti su https://sconti.example!`))).toEqual([200, undefined]);
    expect(await words()).toEqual({ it: own, en: null });
  });

  it('are for whoever may write to these customers, where there is a model and something to say better', async () => {
    const before = model.heard.length;
    expect(await asks({ language: 'it', text: own }, 'dario')).toMatchObject({ status: 409, body: { code: 'loop.not_yours' } });
    await (await world.as('giulia')).call(voices.writeLoopWords, { params: { id: themeId }, body: { it: null } });
    expect(await asks({ language: 'en', text: null })).toMatchObject({ status: 409, body: { code: 'loop.rewording_nothing' } });
    const without = await startWorld();
    const id = (await (await without.as('marta')).try(proposeRewording, { params: { id: themeId }, body: { language: 'it', text: own } })).status;
    expect(id).toBe(404);
    await without.stop();
    expect(model.heard).toHaveLength(before);
  });
});
