import { inert } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork } from '#base/work.ts';
import { accessSurveyToRead } from './access.ts';
import * as editing from './actions/editing.ts';
import type { SurveyParts } from './actions/settling.ts';
import * as contract from './contract.ts';
import { serveOnCustomersPage } from './on-page.ts';
import { serveSurveyPages } from './page-routes.ts';
import { addressOfSurvey, answersInCsv, periodOf, resultsOf, saidPage, surveyRows, surveyViewOf } from './views.ts';

export const serveSurveys = (served: Served, parts: SurveyParts): void => {
  serveReading(served);
  serveWriting(served);
  serveSurveyPages(served, parts);
  serveOnCustomersPage(served);
};

const serveReading = (served: Served): void => {
  served.member(contract.listSurveys, async ({ services }) => ({ items: await surveyRows(services.db, services.clock.now()) }));
  served.member(contract.readSurvey, async ({ services, params }) => surveyViewOf(services.db, await accessSurveyToRead(services.db, params.id), services.config.publicUrl));
  served.member(contract.readResults, async ({ services, params, query }) => {
    await accessSurveyToRead(services.db, params.id);
    return resultsOf(services.db, params.id, periodOf(query, services.clock.now()));
  });
  served.member(contract.readSaid, async ({ services, params, query }) => {
    await accessSurveyToRead(services.db, params.id);
    return saidPage(services.db, params.id, query);
  });
  served.member(contract.exportAnswers, async ({ services, params, query, language, reply }) => {
    const survey = await accessSurveyToRead(services.db, params.id);
    const table = await answersInCsv(services.db, survey, { language, ...periodOf(query, services.clock.now()) });
    return reply.headers({ ...inert(), 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(survey.name)}.csv` }).send(table);
  });
};

const serveWriting = (served: Served): void => {
  served.member(contract.writeSurvey, ({ services, caller, body }) => inWork(services, caller.actor, (work) => editing.writeSurvey(work, body)));
  served.member(contract.changeQuestions, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => editing.changeQuestions(work, params.id, body)));
  served.member(contract.changeRule, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => editing.changeRule(work, params.id, body)));
  served.member(contract.startSurvey, ({ services, caller, params }) => inWork(services, caller.actor, (work) => editing.startSurvey(work, params.id)));
  served.member(contract.stopSurvey, ({ services, caller, params }) => inWork(services, caller.actor, (work) => editing.stopSurvey(work, params.id)));
  served.member(contract.renewKey, async ({ services, caller, params }) => {
    const done = await inWork(services, caller.actor, (work) => editing.renewKey(work, params.id));
    return isRefusal(done) ? done : { address: addressOfSurvey(services.config.publicUrl, { public_key: done.key }) };
  });
};
