import { sendDownload } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { accessDelivery, runAgain, takeDelivery } from './actions/deliveries.ts';
import { accessImport, askToUndo, importDetailOf, importViewOf, putAway, readAnew, readingOf, startBringing, takeFile } from './actions/imports.ts';
import { noteHeard } from './actions/note-post.ts';
import { notePublicAnswer } from './actions/public-answer.ts';
import { allSources, makeSource, rotateSecret, switchSource } from './actions/sources.ts';
import * as contract from './contract.ts';
import { deliveriesIn } from './queries/deliveries.ts';
import { lastImports, rowsOf } from './queries/imports.ts';

export const serveHeard = (served: Served, intake: Intake): void => {
  served.member(contract.logHeard, ({ services, caller, body }) => inWork(services, caller.actor, (work) => noteHeard(work, intake, body)));
  served.member(contract.logPublicAnswer, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => notePublicAnswer(work, intake, params.id, body)),
  );
  serveSources(served);
  serveDeliveries(served);
  serveImports(served);
  serveImportActs(served);
};

const serveSources = (served: Served): void => {
  served.member(contract.listSources, async ({ services }) => ({ items: await allSources(services.db, services.config.publicUrl, services.clock.now()) }));
  served.member(contract.makeSource, ({ services, caller, body }) => inWork(services, caller.actor, (work) => makeSource(work, body)));
  served.member(contract.rotateSource, ({ services, caller, params }) => inWork(services, caller.actor, (work) => rotateSecret(work, params.id)));
  served.member(contract.switchSourceOff, ({ services, caller, params }) => inWork(services, caller.actor, (work) => switchSource(work, params.id, false)));
  served.member(contract.switchSourceOn, ({ services, caller, params }) => inWork(services, caller.actor, (work) => switchSource(work, params.id, true)));
  served.open(contract.tellPost, ({ services, request, params }) => takeDelivery(services, params.id, request));
};

const deliveriesAPage = 50;

const serveDeliveries = (served: Served): void => {
  served.member(contract.deliveryRoutes.list, async ({ services, query: { state, before } }) => {
    const rows = await deliveriesIn(services.db, state, { before, most: deliveriesAPage });
    const items = rows.map((row): contract.DeliveryView => ({
      id: row.id, source: { id: row.source_id, name: row.sourceName }, webhookId: row.webhook_id, receivedAt: row.received_at.toISOString(), size: row.size,
      state: row.state as contract.DeliveryView['state'], outcome: row.outcome, reason: row.reason, caseId: row.case_id,
    }));
    return { items, next: items.length < deliveriesAPage ? null : items.at(-1)!.id };
  });
  served.member(contract.deliveryRoutes.again, ({ services, caller, params }) => inWork(services, caller.actor, (work) => runAgain(work, params.id)));
  served.member(contract.deliveryRoutes.body, async ({ services, params, reply }) => {
    const { sha256, size, webhook_id: name } = await accessDelivery(services.db, params.id);
    await sendDownload(services, { sha256, size, name: `${name}.json` }, reply);
  });
};

const serveImports = (served: Served): void => {
  served.member(contract.listImports, async ({ services }) => ({ items: (await lastImports(services.db)).map(importViewOf) }));
  served.member(contract.readImport, ({ services, params }) => importDetailOf(services, params.id));
  served.member(contract.readImportFile, async ({ services, params, reply }) => {
    const { sha256, size, name } = await accessImport(services.db, params.id);
    await sendDownload(services, { sha256, size, name }, reply);
  });
  served.member(contract.importRows, async ({ services, params, query }) => {
    const found = await accessImport(services.db, params.id);
    // The headings are the first line of a file with columns.
    const first = readingOf(found).format === 'columns' ? 2 : 1;
    const most = 100;
    const rows = await rowsOf(services.db, params.id, { became: query.became, stays: query.stays === 'yes', after: query.after, most });
    const items = rows.map((row) => ({
      line: row.row + first, became: row.became as 'opened', reason: row.reason as 'older' | null, excerpt: row.excerpt, caseId: row.case_id, caseNumber: row.number, undone: row.undone as 'stays' | null,
    }));
    return { items, next: rows.length < most ? null : rows.at(-1)!.row };
  });
};

const serveImportActs = (served: Served): void => {
  served.member(contract.uploadImport, ({ services, caller, body }) => takeFile(services, caller.actor, body));
  served.member(contract.rereadImport, ({ services, caller, params, body }) => readAnew(services, caller.actor, params.id, body));
  served.member(contract.startImport, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => startBringing(work, params.id, body)));
  served.member(contract.undoImport, ({ services, caller, params }) => inWork(services, caller.actor, (work) => askToUndo(work, params.id)));
  served.member(contract.discardImport, ({ services, caller, params }) => inWork(services, caller.actor, (work) => putAway(work, params.id)));
};
