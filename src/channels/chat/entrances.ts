import { z } from 'zod';
import { newId } from '#base/ids.ts';
import type { HandledOf } from '#base/contract.ts';
import { NotFound } from '#base/http/failures.ts';
import { newToken } from '#base/secrets.ts';
import type { Reader } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { departmentById } from '#people/index.ts';
import { entranceEvents, type changeEntrance, type ChatEntrance, type openEntrance } from './contract.ts';
import * as queries from './queries.ts';

const inBoth = z.object({ it: z.string(), en: z.string() });
const sites = z.array(z.string());

/** What a visitor reads first, or while nobody is there, in their language. */
export const wordsIn = (stored: unknown, language: Language): string => inBoth.parse(stored)[language];

export const entranceViewOf = (row: queries.EntranceRow, publicUrl: string): ChatEntrance => ({
  id: row.id,
  name: row.name,
  key: row.public_key,
  address: `${publicUrl}/chat/${row.public_key}`,
  departmentId: row.department_id,
  departmentName: row.departmentName,
  greeting: inBoth.parse(row.greeting),
  awayWords: inBoth.parse(row.away_words),
  origins: sites.parse(row.origins),
  isOn: row.is_on,
  createdAt: row.created_at.toISOString(),
});

/** The one gate to an entrance for those who look after the channels. */
const accessEntrance = async (work: Work, id: string): Promise<queries.EntranceRow> => {
  const found = await queries.entranceById(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

const view = async (work: Work, id: string): Promise<ChatEntrance> => entranceViewOf(await accessEntrance(work, id), work.services.config.publicUrl);

export const makeEntrance = async (work: Work, input: HandledOf<typeof openEntrance>['body']): Promise<ChatEntrance> => {
  if ((await departmentById(work.tx, input.departmentId)) === null) throw new NotFound();
  const id = newId(work.now);
  await queries.insertEntrance(work.tx, id, { ...input, key: newToken().slice(0, 22), now: work.now });
  work.emit(entranceEvents['chat.entrance_opened'](null, { entranceId: id, name: input.name }));
  return view(work, id);
};

export const alterEntrance = async (work: Work, id: string, input: HandledOf<typeof changeEntrance>['body']): Promise<ChatEntrance> => {
  await accessEntrance(work, id);
  if ((await departmentById(work.tx, input.departmentId)) === null) throw new NotFound();
  await queries.changeEntrance(work.tx, id, input);
  work.emit(entranceEvents['chat.entrance_changed'](null, { entranceId: id, isOn: input.isOn }));
  return view(work, id);
};

/** The sites in whose pages a chat may stand; null where there is no such chat. The browser holds every other site to it. */
export const sitesOfChat = async (reader: Reader, key: string): Promise<readonly string[] | null> => {
  const found = await queries.entranceByKey(reader, key);
  return found === undefined ? null : sites.parse(found.origins);
};
