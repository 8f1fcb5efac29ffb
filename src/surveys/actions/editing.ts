import { BadInput } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import { newToken } from '#base/secrets.ts';
import type { Work } from '#base/work.ts';
import { memberOf } from '#cases/index.ts';
import { accessSurvey } from '../access.ts';
import { surveyEvents, type Content, type Rule, type SurveyInput } from '../contract.ts';
import * as queries from '../queries/surveys.ts';
import { flawIn } from '../rules.ts';
import { flawWords } from '../texts.ts';

type Done = { id: string } | Refusal;

const checkContent = (content: Content): void => {
  const found = flawIn(content);
  if (found !== null) throw new BadInput(`content.questions.${found.place}`, flawWords(found.flaw, found.place + 1));
};

const newKey = (): string => newToken().slice(0, 22);

export const writeSurvey = async (work: Work, { name, content, rule }: SurveyInput): Promise<{ id: string }> => {
  checkContent(content);
  const id = newId(work.now);
  const by = memberOf(work);
  await queries.insertSurvey(work.tx, { id, name, rule, key: newKey(), by, now: work.now });
  await queries.insertVersion(work.tx, { id: newId(work.now), surveyId: id, number: 1, content, by, now: work.now });
  work.emit(surveyEvents['survey.written'](null, { surveyId: id, name }));
  work.tell('survey', id);
  return { id };
};

/** Changes the questions: in place while nobody has been shown them, else as a new version, so that no answer comes to stand under another question. */
export const changeQuestions = async (work: Work, id: string, { name, content }: Pick<SurveyInput, 'name' | 'content'>): Promise<{ id: string; version: number }> => {
  checkContent(content);
  const survey = await accessSurvey(work, id);
  const latest = await queries.latestVersion(work.tx, id);
  if (name !== survey.name) await queries.changeSurvey(work.tx, id, { name });
  const isSame = JSON.stringify(content) === JSON.stringify(latest.content);
  const isShown = !isSame && (await queries.isShown(work.tx, latest.id));
  const number = latest.number + (isShown ? 1 : 0);
  const fresh = { content, by: memberOf(work), now: work.now };
  if (isShown) await queries.insertVersion(work.tx, { id: newId(work.now), surveyId: id, number, ...fresh });
  else if (!isSame) await queries.rewriteVersion(work.tx, latest.id, fresh);
  work.emit(surveyEvents['survey.questions_changed'](null, { surveyId: id, name, version: number }));
  work.tell('survey', id);
  return { id, version: number };
};

export const changeRule = async (work: Work, id: string, rule: Rule): Promise<Done> => {
  const survey = await accessSurvey(work, id);
  await queries.writeRule(work.tx, id, rule);
  work.emit(surveyEvents['survey.rule_changed'](null, { surveyId: id, name: survey.name }));
  work.tell('survey', id);
  return { id };
};

/** It asks from now on: of cases that are resolved from now on. Saying it twice changes nothing. */
export const startSurvey = async (work: Work, id: string): Promise<Done> => {
  const survey = await accessSurvey(work, id);
  if (survey.running_since !== null) return { id };
  if (!Object.values(survey.rule.ways).includes(true)) return refuse('survey.no_way');
  await queries.changeSurvey(work.tx, id, { running_since: work.now, first_run_at: survey.first_run_at ?? work.now });
  work.emit(surveyEvents['survey.started'](null, { surveyId: id, name: survey.name }));
  work.tell('survey', id);
  return { id };
};

export const stopSurvey = async (work: Work, id: string): Promise<Done> => {
  const survey = await accessSurvey(work, id);
  if (survey.running_since === null) return { id };
  await queries.changeSurvey(work.tx, id, { running_since: null });
  work.emit(surveyEvents['survey.stopped'](null, { surveyId: id, name: survey.name }));
  work.tell('survey', id);
  return { id };
};

export const renewKey = async (work: Work, id: string): Promise<{ id: string; key: string }> => {
  const survey = await accessSurvey(work, id);
  const key = newKey();
  await queries.changeSurvey(work.tx, id, { public_key: key });
  work.emit(surveyEvents['survey.key_renewed'](null, { surveyId: id, name: survey.name }));
  work.tell('survey', id);
  return { id, key };
};
