import { day, plus, type Instant } from '#base/clock.ts';
import { csvOf } from '#base/csv.ts';
import type { Reader } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import { companyOf } from '#people/index.ts';
import type { QuestionKind, QuestionResult, Results, Said, SurveyRow, SurveyView } from './contract.ts';
import * as figures from './queries/figures.ts';
import { allSurveys, isShown, latestVersion, stateOf, versionsOf, type Survey, type Version } from './queries/surveys.ts';
import { fewestShown, isScale, responseOf, scales, scoresOf } from './rules.ts';
import { csvTexts } from './view-texts.ts';

export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const lately = 90 * day;

/** From then until then; the last ninety days where nothing is said. */
export const periodOf = ({ from, to }: Period, now: Instant): { from: Instant; to: Instant } => ({ from: from === undefined ? plus(now, -lately) : new Date(from), to: to === undefined ? plus(now, 1) : new Date(to) });

export const addressOfSurvey = (publicUrl: string, { public_key: key }: Pick<Survey, 'public_key'>): string => `${publicUrl}/survey/${key}`;

const none = { sent: 0, delivered: 0, answered: 0 };

/** All surveys with what the last ninety days said. */
export const surveyRows = async (reader: Reader, now: Instant): Promise<SurveyRow[]> => {
  const asked = { surveyId: null, ...periodOf({}, now) };
  const [scores, reached, low] = [await figures.scoreRows(reader, asked), await figures.reachedRows(reader, asked), await figures.lowRows(reader, asked)];
  const rows: SurveyRow[] = [];
  for (const survey of await allSurveys(reader)) {
    const { content } = await latestVersion(reader, survey.id);
    rows.push({
      id: survey.id, name: survey.name, state: stateOf(survey), kinds: content.questions.map(({ kind }) => kind), ways: survey.rule.ways,
      scores: scoresOf(figures.countsOf(scores.filter(({ surveyId }) => surveyId === survey.id))),
      response: responseOf(reached.find(({ surveyId }) => surveyId === survey.id) ?? none),
      lowBecameCases: low.find(({ surveyId }) => surveyId === survey.id)?.count ?? 0,
    });
  }
  return rows;
};

export const surveyViewOf = async (reader: Reader, survey: Survey, publicUrl: string): Promise<SurveyView> => {
  const version = await latestVersion(reader, survey.id);
  return {
    id: survey.id, name: survey.name, state: stateOf(survey), runningSince: survey.running_since?.toISOString() ?? null, content: version.content, version: version.number,
    isAnswered: await isShown(reader, version.id), rule: survey.rule, address: addressOfSurvey(publicUrl, survey),
  };
};

/** The bars of one question: every score of a scale, also those that nobody gave; of a choice what the latest version offers, then what was offered before. */
const barsOf = (kind: QuestionKind, choices: readonly { key: string; words: { it: string; en: string } }[], counts: ReadonlyMap<string, number>): QuestionResult['bars'] => {
  if (kind === 'text') return [];
  const scale = isScale(kind) ? Array.from({ length: scales[kind].to - scales[kind].from + 1 }, (_, place) => String(scales[kind].from + place)) : kind === 'yes_no' ? ['yes', 'no'] : choices.map(({ key }) => key);
  const values = [...scale, ...[...counts.keys()].filter((value) => !scale.includes(value))];
  return values.map((value) => ({ value, words: choices.find(({ key }) => key === value)?.words ?? null, count: counts.get(value) ?? 0 }));
};

const questionResults = (versions: readonly Version[], counted: readonly figures.QuestionCount[], answered: ReadonlyMap<string, number>): QuestionResult[] => {
  // The latest version says how a question reads; one that is asked no more stands behind those that are.
  const latestFirst = versions.toReversed().flatMap(({ content }) => content.questions);
  const known = latestFirst.filter(({ key }, place) => latestFirst.findIndex((other) => other.key === key) === place);
  return known.filter((question, place) => place < (versions.at(-1)?.content.questions.length ?? 0) || answered.has(question.key)).map(({ key, kind, words, choices: latest }) => {
    const n = answered.get(key) ?? 0;
    const counts = new Map(counted.filter(({ question, value }) => question === key && value !== null).map(({ value, count }) => [value ?? '', count]));
    const offered = [...latest, ...latestFirst.filter((other) => other.key === key).flatMap(({ choices }) => choices)];
    const choices = offered.filter((one, at) => offered.findIndex((other) => other.key === one.key) === at);
    return { key, kind, words, n, bars: n < fewestShown ? [] : barsOf(kind, choices, counts) };
  });
};

/** Everything that was answered in a stretch of time. */
export const resultsOf = async (reader: Reader, surveyId: string, period: { from: Instant; to: Instant }): Promise<Results> => {
  const asked = { surveyId, ...period };
  const { timeZone } = await companyOf(reader);
  const [scores, [reached], [low], notAsked] = [await figures.scoreRows(reader, asked), await figures.reachedRows(reader, asked), await figures.lowRows(reader, asked), await figures.notAskedRows(reader, asked)];
  const [versions, counted, answered, weeks] = [await versionsOf(reader, surveyId), await figures.questionRows(reader, asked), await figures.answeredRows(reader, asked), await figures.weekRows(reader, asked, timeZone)];
  return {
    scores: scoresOf(figures.countsOf(scores)),
    response: responseOf(reached ?? none),
    lowBecameCases: low?.count ?? 0,
    notAsked,
    questions: questionResults(versions, counted, new Map(answered.map(({ question, count }) => [question, count]))),
    weeks: weeks.answered.map(({ monday, count }) => ({ monday, answered: count, scores: scoresOf(figures.countsOf(weeks.scores.filter((row) => row.monday === monday))) })),
  };
};

const saidOf = (row: figures.SaidRow, versions: ReadonlyMap<string, Version>): Said => {
  const questions = versions.get(row.versionId)?.content.questions ?? [];
  const inOrder = questions.flatMap((question) => row.answers.filter((answer) => answer.question === question.key).map((answer) => ({ question, answer })));
  return {
    responseId: row.id,
    at: row.at.toISOString(),
    way: row.way,
    customer: row.customerId === null || row.customerName === null ? null : { id: row.customerId, name: row.customerName },
    email: row.email,
    case: row.caseId === null || row.caseNumber === null ? null : { id: row.caseId, number: row.caseNumber },
    scores: inOrder.flatMap(({ question: { kind }, answer: { score } }) => (score === null ? [] : [{ kind, score }])),
    words: inOrder.flatMap(({ question: { words }, answer }) => (answer.words === null ? [] : [{ question: words, text: answer.words }])),
    isLow: row.isLow,
    became: row.became === null || row.becameCaseId === null || row.becameNumber === null ? null : { how: row.became, caseId: row.becameCaseId, number: row.becameNumber },
  };
};

const onePage = 30;

const versionsById = async (reader: Reader, surveyId: string): Promise<Map<string, Version>> => new Map((await versionsOf(reader, surveyId)).map((version) => [version.id, version]));

/** A page of what customers said, the latest first. */
export const saidPage = async (reader: Reader, surveyId: string, { before, only }: { before?: string | undefined; only: 'all' | 'words' | 'low' }): Promise<{ items: Said[]; next: string | null }> => {
  const rows = await figures.saidRows(reader, { surveyId, before, only, limit: onePage + 1 });
  const versions = await versionsById(reader, surveyId);
  return { items: rows.slice(0, onePage).map((row) => saidOf(row, versions)), next: rows.length > onePage ? (rows[onePage - 1]?.id ?? null) : null };
};

/** More than this is asked for in stretches. */
const longestTable = 20_000;

/** Every answer as a table: a line for each person, a column for each question that was ever asked. */
export const answersInCsv = async (reader: Reader, survey: Survey, { language, ...period }: { language: Language; from: Instant; to: Instant }): Promise<string> => {
  const texts = csvTexts[language];
  const rows = await figures.saidRows(reader, { surveyId: survey.id, ...period, limit: longestTable });
  const versions = await versionsOf(reader, survey.id);
  const all = versions.toReversed().flatMap(({ content }) => content.questions);
  const questions = all.filter(({ key }, place) => all.findIndex((other) => other.key === key) === place);
  const named = (key: string, value: string): string => all.flatMap((question) => (question.key === key ? question.choices : [])).find((choice) => choice.key === value)?.words[language] ?? (texts.yesNo as Readonly<Record<string, string>>)[value] ?? value;
  return csvOf([
    [texts.at, texts.way, texts.case, texts.customer, ...questions.map(({ words }) => words[language]), texts.became],
    ...rows.map((row) => [
      row.at.toISOString(), texts.ways[row.way], row.caseNumber === null ? null : `C-${row.caseNumber}`, row.customerName ?? row.email,
      ...questions.map(({ key }) => {
        const answer = row.answers.find(({ question }) => question === key);
        return answer === undefined ? null : (answer.words ?? answer.score ?? answer.chosen.map((value) => named(key, value)).join(', '));
      }),
      row.becameNumber === null ? null : `C-${row.becameNumber}`,
    ]),
  ], language);
};
