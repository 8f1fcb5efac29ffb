import type { Reader } from '#base/db/db.ts';
import { surveyByKey } from './queries/surveys.ts';

/** In which sites' pages the widget of a survey may stand; null where there is none, or it does not run. */
export const sitesOfSurvey = async (reader: Reader, key: string): Promise<readonly string[] | null> => {
  const survey = await surveyByKey(reader, key);
  return survey === undefined || !survey.rule.ways.widget ? null : survey.rule.origins;
};
