import { day, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import { hashToken } from '#base/secrets.ts';
import type { Work } from '#base/work.ts';
import { invitationByToken, type Invitation } from './queries/invitations.ts';
import { responseByToken, responseOfInvitation, type Response } from './queries/responses.ts';
import { lockSurvey, surveyById, surveyByKey, versionById, latestVersion, type Survey, type Version } from './queries/surveys.ts';

/** The gate to a survey: whoever changes it holds it. */
export const accessSurvey = async (work: Work, id: string): Promise<Survey> => {
  const found = await lockSurvey(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** The same for reading, by everybody in the company. */
export const accessSurveyToRead = async (reader: Reader, id: string): Promise<Survey> => {
  const found = await surveyById(reader, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** What a link opens: the questions of one survey for one person, and what they have answered so far. */
export interface Opened {
  readonly survey: Survey;
  readonly version: Version;
  readonly invitation: Invitation | null;
  /** Not there before the first answer. */
  readonly response: Response | null;
}

/** So long whoever came by the public link can go on with the link that their first answer gave them. */
export const openLinkLives = 1 * day;

/** The gate for whoever holds a link. A wrong, an expired and somebody else's are the same: not there. */
export const accessByToken = async (reader: Reader, token: string, now: Instant): Promise<Opened> => {
  const hash = hashToken(token);
  const invitation = (await invitationByToken(reader, hash, now)) ?? null;
  const response = (invitation === null ? await responseByToken(reader, hash, plus(now, -openLinkLives)) : await responseOfInvitation(reader, invitation.id)) ?? null;
  const versionId = response?.version_id ?? invitation?.version_id ?? null;
  const survey = versionId === null ? undefined : await surveyById(reader, response?.survey_id ?? invitation?.survey_id ?? '');
  if (survey === undefined || versionId === null) throw new NotFound();
  return { survey, version: await versionById(reader, versionId), invitation, response };
};

/** The gate to the public link: the survey runs, and asks in that way. */
export const accessByKey = async (reader: Reader, key: string, way: 'link' | 'widget'): Promise<Opened> => {
  const survey = await surveyByKey(reader, key);
  if (survey === undefined || !survey.rule.ways[way]) throw new NotFound();
  return { survey, version: await latestVersion(reader, survey.id), invitation: null, response: null };
};
