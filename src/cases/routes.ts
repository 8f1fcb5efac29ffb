import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork } from '#base/work.ts';
import { accessCase } from './access.ts';
import * as attachments from './actions/attachments.ts';
import * as byHand from './actions/by-hand.ts';
import * as handover from './actions/handover.ts';
import * as merge from './actions/merge.ts';
import { writeNote } from './actions/notes.ts';
import { prepareReply, takeReplyBack } from './actions/reply.ts';
import { reopen, resolveByHand } from './actions/resolution.ts';
import { setSelfUpdates } from './actions/self-updates.ts';
import { splitCase, undoSplit } from './actions/split.ts';
import { takeCharge } from './actions/take-charge.ts';
import { dispatchToWaiting } from './actions/watch.ts';
import * as contract from './contract.ts';
import { handoversFor } from './queries/handovers.ts';
import { discardPrepared, putDraft } from './queries/replies.ts';
import { serveFiles } from './routes/files.ts';

export const serveCases = (served: Served): void => {
  serveOwning(served);
  serveWriting(served);
  serveMoving(served);
  serveFiles(served);
};

const serveOwning = (served: Served): void => {
  served.member(contract.takeCharge, ({ services, caller, params }) => inWork(services, caller.actor, (work) => takeCharge(work, params.id)));
  served.member(contract.offerHandover, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => handover.offerHandover(work, params.id, body)),
  );
  served.member(contract.acceptHandover, ({ services, caller, params }) => inWork(services, caller.actor, (work) => handover.acceptHandover(work, params.id)));
  served.member(contract.declineHandover, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => handover.declineHandover(work, params.id, body.reason)),
  );
  served.member(contract.withdrawHandover, ({ services, caller, params }) => inWork(services, caller.actor, (work) => handover.withdrawHandover(work, params.id)));
  served.member(contract.listHandovers, async ({ services, caller }) => {
    const rows = await handoversFor(services.db, caller.memberId);
    return {
      items: rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        from: { id: row.from_id, name: row.fromName },
        to: { id: row.to_id, name: row.toName },
        reason: row.reason,
        summary: row.summary,
        offeredAt: row.offered_at.toISOString(),
      })),
    };
  });
  served.member(contract.setSelfUpdates, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => setSelfUpdates(work, params.id, body.on)),
  );
  served.member(contract.setLevel, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => byHand.setLevel(work, params.id, body)));
  served.member(contract.setSubject, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => byHand.setSubject(work, params.id, body.subject)),
  );
};

const serveWriting = (served: Served): void => {
  served.member(contract.sendReply, async ({ services, caller, params, body }) => {
    const prepared = await inWork(services, caller.actor, (work) => prepareReply(work, params.id, body));
    if (!isRefusal(prepared) && body.undoSeconds === 0) await dispatchToWaiting(services, caller.actor, { caseId: params.id, pendingId: prepared.pendingId });
    return prepared;
  });
  served.member(contract.takeReplyBack, ({ services, caller, params }) => inWork(services, caller.actor, (work) => takeReplyBack(work, params.id)));
  served.member(contract.writeNote, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => writeNote(work, params.id, body)));
  served.member(contract.setNextUpdate, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => byHand.setNextUpdate(work, params.id, body)),
  );
  served.member(contract.waitForThirdParty, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => byHand.waitForThirdParty(work, params.id, body)),
  );
  served.member(contract.resolveCase, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => resolveByHand(work, params.id, body.reason)),
  );
  served.member(contract.reopenCase, ({ services, caller, params }) => inWork(services, caller.actor, (work) => reopen(work, params.id, 'by_hand')));
  served.member(contract.openCaseByHand, ({ services, caller, body }) => inWork(services, caller.actor, (work) => byHand.openCaseByHand(work, body)));
  served.member(contract.saveDraft, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, async (work) => {
      await accessCase(work, params.id);
      await putDraft(work.tx, { id: newId(work.now), caseId: params.id, memberId: caller.memberId, kind: params.kind, ...body, now: work.now });
      return { kind: params.kind, ...body, updatedAt: work.now.toISOString() };
    }),
  );
  served.member(contract.discardPrepared, ({ services, caller, params }) =>
    inWork(services, caller.actor, async (work) => {
      const caseId = await discardPrepared(work.tx, params.id, work.now);
      if (caseId === undefined) throw new NotFound();
      await accessCase(work, caseId);
      work.tell('case', caseId);
      return { id: params.id };
    }),
  );
  served.member(contract.uploadAttachment, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => attachments.uploadAttachment(work, params.id, body)),
  );
};

const serveMoving = (served: Served): void => {
  served.member(contract.mergeCase, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => merge.mergeCase(work, params.id, body)));
  served.member(contract.undoMerge, ({ services, caller, params }) => inWork(services, caller.actor, (work) => merge.undoMerge(work, params.id)));
  served.member(contract.splitCase, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => splitCase(work, params.id, body)));
  served.member(contract.undoSplit, ({ services, caller, params }) => inWork(services, caller.actor, (work) => undoSplit(work, params.id)));
  served.member(contract.acceptSuggestion, ({ services, caller, params }) => inWork(services, caller.actor, (work) => merge.acceptSuggestion(work, params.id)));
  served.member(contract.dismissSuggestion, ({ services, caller, params }) => inWork(services, caller.actor, (work) => merge.dismissSuggestion(work, params.id)));
};
