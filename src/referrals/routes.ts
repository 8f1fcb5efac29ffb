import { NotFound } from '#base/http/failures.ts';
import { inert, sendDownload } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { dossierPage } from './dossier-page.ts';
import { dossierPdf } from './dossier-pdf.ts';
import { dossierByToken, referralsOn, thirdParties, type NamedReferral } from './queries.ts';
import { stateOf } from './rules.ts';

const viewOf = (row: NamedReferral, now: Date): contract.ReferralView => ({
  id: row.id,
  caseId: row.case_id,
  to: { id: row.third_party_id, name: row.toName },
  reason: row.reason,
  checkOn: row.check_on.toISOString(),
  madeBy: { id: row.made_by, name: row.madeByName },
  madeAt: row.made_at.toISOString(),
  state: stateOf({ toldAt: row.toldAt, withdrawnAt: row.withdrawn_at, settledAt: row.settled_at, worked: row.worked, checkOn: row.check_on }, now),
  outcome: row.outcome,
  files: contract.dossier.parse(row.dossier).files.length,
});

export const serveReferrals = (served: Served): void => {
  serveThirdParties(served);
  serveOnCases(served);
  serveDossiers(served);
};

const serveThirdParties = (served: Served): void => {
  served.member(contract.listThirdParties, async ({ services }) => ({
    items: (await thirdParties(services.db)).map(({ id, name, handles, email, phone, website, hours, needs, worked, didNotWork }) => ({
      id, name, handles, email, phone, website, hours, needs: needs as string[], worked: worked ?? 0, didNotWork: didNotWork ?? 0,
    })),
  }));
  served.member(contract.addThirdParty, ({ services, caller, body }) => inWork(services, caller.actor, (work) => actions.addThirdParty(work, body)));
  served.member(contract.changeThirdParty, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => actions.changeThirdParty(work, params.id, body)));
  served.member(contract.reopenThirdParty, ({ services, caller, params }) => inWork(services, caller.actor, (work) => actions.reopenThirdParty(work, params.id)));
  served.member(contract.closeThirdParty, ({ services, caller, params }) => inWork(services, caller.actor, (work) => actions.closeThirdParty(work, params.id)));
};

const serveOnCases = (served: Served): void => {
  served.member(contract.referralsOfCase, async ({ services, params }) => {
    await accessCaseToRead(services.db, params.id);
    return { items: (await referralsOn(services.db, params.id)).map((row) => viewOf(row, services.clock.now())) };
  });
  served.member(contract.refer, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => actions.refer(work, params.id, body)));
  served.member(contract.settleReferral, async ({ services, caller, params, body }) => {
    const settled = await inWork(services, caller.actor, (work) => actions.settleReferral(work, params.id, body));
    return isRefusal(settled) ? settled : viewOf(settled, services.clock.now());
  });
};

// Not in a sandbox: browsers then let nobody download a file from it, nor show the PDF.
const ownPage = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const opened = async (services: Services, token: string): Promise<contract.Dossier> => {
  const found = await dossierByToken(services.db, token, services.clock.now());
  if (found === undefined) throw new NotFound();
  return contract.dossier.parse(found);
};

const serveDossiers = (served: Served): void => {
  served.open(contract.readDossier, async ({ services, params, reply }) => {
    const page = dossierPage(await opened(services, params.token), `/api/dossiers/${params.token}`);
    return reply.headers({ ...inert(ownPage), 'content-type': 'text/html; charset=utf-8' }).send(page);
  });
  served.open(contract.printDossier, async ({ services, params, reply }) => {
    const dossier = await opened(services, params.token);
    const paper = await dossierPdf(dossier);
    return reply.headers({ ...inert(ownPage), 'content-type': 'application/pdf', 'content-disposition': `inline; filename="C-${dossier.caseNumber}.pdf"` }).send(paper);
  });
  served.open(contract.dossierFile, async ({ services, params, reply }) => {
    const file = (await opened(services, params.token)).files.find(({ sha256 }) => sha256 === params.sha256);
    if (file === undefined) throw new NotFound();
    await sendDownload(services, file, reply);
    return reply;
  });
};
