import { inert } from '#base/http/from-outside.ts';
import type { Asked, Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { findCompany } from '#people/index.ts';
import { accessIncidentToRead, accessUpdateToRead } from './access.ts';
import { changeIncident, openIncident, showInPublic } from './actions/opening.ts';
import { sortCases } from './actions/sorting.ts';
import { stopTelling, takeUpdateBack, tellNow, writeUpdate } from './actions/updates.ts';
import * as contract from './contract.ts';
import { casesStanding, incidentsOfCase } from './queries/cases.ts';
import { allIncidents } from './queries/incidents.ts';
import { publicIncidents } from './queries/public.ts';
import { ordinaryUse, saidOnCase } from './queries/resemblance.ts';
import { untoldOf } from './queries/updates.ts';
import { offeredWords, wordsIn } from './rules.ts';
import { statusPage } from './status-page.ts';
import { reachViewOf, rowOf, viewOf } from './views.ts';

export const serveIncidents = (served: Served): void => {
  serveReading(served);
  serveKeeping(served);
  serveUpdates(served);
  served.open(contract.readStatusPage, sendStatusPage);
};

const serveReading = (served: Served): void => {
  served.member(contract.listIncidents, async ({ services }) => ({ items: (await allIncidents(services.db)).map(rowOf) }));
  served.member(contract.readIncident, async ({ services, params }) => viewOf(services.db, await accessIncidentToRead(services.db, params.id)));
  served.member(contract.casesOfIncident, async ({ services, params, query }) => {
    await accessIncidentToRead(services.db, params.id);
    return casesStanding(services.db, params.id, query.stands);
  });
  served.member(contract.readReach, async ({ services, params }) => {
    await accessIncidentToRead(services.db, params.id);
    return reachViewOf(services.db, params.id);
  });
  served.member(contract.incidentsOfCase, async ({ services, params }) => {
    await accessCaseToRead(services.db, params.id);
    return { items: await incidentsOfCase(services.db, params.id) };
  });
  served.member(contract.tellingWords, async ({ services, params }) => {
    await accessCaseToRead(services.db, params.id);
    const text = await saidOnCase(services.db, params.id);
    return { words: offeredWords(text, await ordinaryUse(services.db, [...wordsIn(text)], services.clock.now())) };
  });
};

const serveKeeping = (served: Served): void => {
  served.member(contract.openIncident, ({ services, caller, body }) => inWork(services, caller.actor, (work) => openIncident(work, body)));
  served.member(contract.changeIncident, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => changeIncident(work, params.id, body)));
  served.member(contract.publishIncident, ({ services, caller, params }) => inWork(services, caller.actor, (work) => showInPublic(work, params.id, true)));
  served.member(contract.unpublishIncident, ({ services, caller, params }) => inWork(services, caller.actor, (work) => showInPublic(work, params.id, false)));
  served.member(contract.sortCases, async ({ services, caller, params, body }) => {
    await accessIncidentToRead(services.db, params.id);
    return sortCases(services, caller.actor, { incidentId: params.id, ...body });
  });
};

const serveUpdates = (served: Served): void => {
  served.member(contract.writeUpdate, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => writeUpdate(work, params.id, body)));
  served.member(contract.takeUpdateBack, ({ services, caller, params }) => inWork(services, caller.actor, (work) => takeUpdateBack(work, params.id)));
  served.member(contract.tellNow, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => tellNow(work, params.id, body)));
  served.member(contract.stopTelling, ({ services, caller, params }) => inWork(services, caller.actor, (work) => stopTelling(work, params.id)));
  served.member(contract.readUntold, async ({ services, params }) => {
    await accessUpdateToRead(services.db, params.id);
    return untoldOf(services.db, params.id);
  });
};

const ownPage = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const sendStatusPage = async ({ services, language, query, reply }: Asked & { readonly query: { readonly lang?: 'it' | 'en' | undefined } }) => {
  const company = await findCompany(services.db);
  const page = statusPage({
    companyName: company?.name ?? '', timeZone: company?.timeZone ?? 'Europe/Rome', language: query.lang ?? language, now: services.clock.now(), incidents: await publicIncidents(services.db),
  });
  // Half the town looks when something is broken: a copy may serve for a few seconds.
  return reply.headers({ ...inert(ownPage), 'cache-control': 'public, max-age=15', vary: 'accept-language', 'content-type': 'text/html; charset=utf-8' }).send(page);
};
