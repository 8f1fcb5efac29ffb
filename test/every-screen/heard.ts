import { Buffer } from 'node:buffer';
import { bringInPosts } from '#channels/heard/index.ts';
import { makeSource, startImport, uploadImport } from '#channels/heard/contract.ts';
import { intake } from '../../src/app/intake.ts';
import type { Client, TestApp } from '../server.ts';

const base64 = (lines: readonly string[]): string => Buffer.from(lines.join('\r\n'), 'utf8').toString('base64');
const heads = 'Data;Nome;Voto;Recensione;Link';

/** A file that somebody is preparing, and one whose rows were all turned away: nothing of the invented company changes by them. */
export const filesOfPosts = async (app: TestApp, admin: Client): Promise<{ ready: string; done: string }> => {
  await admin.call(makeSource, { body: { name: 'Recensioni dal gestionale', site: 'Recensioni Verificate', channel: 'review' } });
  const ready = await admin.call(uploadImport, {
    body: {
      name: 'recensioni-ottobre.csv',
      base64: base64([heads, '3/11/2026;Rita Moro;2;"Lampada bella, consegna lenta.";https://recensioni.example/1', '14/11/2026;Paolo Gentile;5;Perfetta.;https://recensioni.example/2', '15/11/2026;;4;Chi scrive?;https://recensioni.example/3']),
    },
  });
  const done = await admin.call(uploadImport, { body: { name: 'recensioni-2019.csv', base64: base64([heads, '3/11/2019;Rita Moro;2;Vecchia.;https://recensioni.example/4', '14/11/2026;Paolo Gentile;nove;Perfetta.;https://recensioni.example/5']) } });
  const { mapping, dateOrder, channel } = done.reading;
  await admin.call(startImport, { params: { id: done.import.id }, body: { mapping, dateOrder, channel, site: null, pageUrl: null, onlyFrom: '2026-10-01' } });
  await bringInPosts(app.services, intake);
  return { ready: `/settings/heard/${ready.import.id}`, done: `/settings/heard/${done.import.id}` };
};
