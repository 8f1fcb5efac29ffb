import { z } from 'zod';
import type { Caller } from '#base/http/caller.ts';
import { readCursor, writeCursor } from '#base/http/cursors.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Asked, Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import { inWork, type Work } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { serviceRoles } from '#people/contract.ts';
import { deputyFor, departmentById } from '#people/index.ts';
import { accessThemeToRead } from './access.ts';
import * as capturing from './actions/capture.ts';
import * as deciding from './actions/decide.ts';
import { whoDecides } from './actions/deciders.ts';
import { nearest } from './actions/nearest.ts';
import * as sorting from './actions/sorting.ts';
import * as theming from './actions/theming.ts';
import * as topics from './actions/topics.ts';
import * as contract from './contract.ts';
import { serveLoop } from './loop-routes.ts';
import { suggestionsOnCase } from './queries/suggestions.ts';
import { countedTheme, countedThemes, themeCounts } from './queries/theme-rows.ts';
import { openTopics, undecidedByTopic } from './queries/topics.ts';
import { voices, voicesOnCase } from './queries/voices.ts';
import { decisionView, insightViewsOf, suggestionViewOf, themeRowsOf, themeViewOf, type Viewer } from './views.ts';

export const serveVoices = (served: Served): void => {
  serveHearing(served);
  serveThemes(served);
  serveSorting(served);
  serveDeciding(served);
  serveTopics(served);
  serveLoop(served);
};

const viewerOf = ({ caller, language }: { readonly caller: Caller; readonly language: Asked['language'] }): Viewer => ({ memberId: caller.memberId, roles: caller.roles, language });

const page = 50;
const voicePlace = z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() });

const serveHearing = (served: Served): void => {
  served.member(contract.captureOnCase, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => capturing.capture(work, params.id, body)));
  served.member(contract.addVoice, ({ services, caller, body }) => inWork(services, caller.actor, (work) => capturing.add(work, body)));
  served.member(contract.changeVoice, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => capturing.change(work, params.id, body)));
  served.member(contract.withdrawVoice, ({ services, caller, params }) => inWork(services, caller.actor, (work) => capturing.takeBack(work, params.id)));
  served.member(contract.returnVoice, ({ services, caller, params }) => inWork(services, caller.actor, (work) => capturing.bringBack(work, params.id)));
  served.member(contract.listVoices, async ({ services, caller, language, query }) => {
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor, voicePlace, 'cursor');
    // Whoever reads voices without names must not learn by a customer's id which of them are theirs.
    if (query.customerId !== undefined && !serviceRoles.some((role) => caller.roles.includes(role))) throw new NotFound();
    const found = await voices(services.db, { themeId: query.themeId, customerId: query.customerId, isLoose: query.loose === 'yes', kind: query.kind, after: after === undefined ? undefined : { at: new Date(after.at), id: after.id }, limit: page + 1 });
    const last = found.length > page ? found[page - 1] : undefined;
    const place = query.loose === 'yes' ? last?.placeBy : last?.saidAt;
    return { items: await insightViewsOf(services.db, found.slice(0, page), viewerOf({ caller, language })), next: last === undefined || place === undefined ? null : writeCursor({ at: place.toISOString(), id: last.id }) };
  });
  served.member(contract.voicesOfCase, async ({ services, caller, language, params }) => {
    await accessCaseToRead(services.db, params.id);
    const [heard, suggested] = [await voicesOnCase(services.db, params.id), await suggestionsOnCase(services.db, params.id)];
    return { items: await insightViewsOf(services.db, heard, viewerOf({ caller, language })), suggestions: suggested.map(suggestionViewOf) };
  });
  served.member(contract.nearestThemes, ({ services, caller, body }) => inWork(services, caller.actor, (work) => nearest(work, body.words)));
  served.member(contract.takeSuggestion, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => capturing.takeSuggestion(work, params.id, body)));
  served.member(contract.dismissSuggestion, ({ services, caller, params }) => inWork(services, caller.actor, (work) => capturing.dismissSuggestion(work, params.id)));
};

const serveThemes = (served: Served): void => {
  served.member(contract.listThemes, async ({ services, query }) => {
    const from = query.cursor === undefined ? 0 : readCursor(query.cursor, z.object({ from: z.int().min(0) }), 'cursor').from;
    const found = await countedThemes(services.db, { ...query, from, limit: page + 1 }, services.clock.now());
    return { items: await themeRowsOf(services.db, found.slice(0, page)), next: found.length > page ? writeCursor({ from: from + page }) : null };
  });
  served.member(contract.countThemes, async ({ services, caller }) => {
    const { oldestDueAt, ...counts } = await themeCounts(services.db, { memberId: caller.memberId, now: services.clock.now() });
    return { ...counts, oldestDueAt: oldestDueAt?.toISOString() ?? null };
  });
  served.member(contract.readTheme, async ({ services, caller, language, params }) => {
    const { id } = await accessThemeToRead(services.db, params.id);
    const now = services.clock.now();
    const counted = await countedTheme(services.db, id, now);
    if (counted === undefined) throw new NotFound();
    return themeViewOf(services.db, counted, { viewer: viewerOf({ caller, language }), now });
  });
  served.member(contract.openTheme, ({ services, caller, body }) => inWork(services, caller.actor, (work) => theming.openTheme(work, body)));
  served.member(contract.changeTheme, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => theming.changeTheme(work, params.id, body)));
};

const serveSorting = (served: Served): void => {
  served.member(contract.confirmTheme, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => sorting.confirm(work, params.id, body)));
  served.member(contract.dissolveTheme, ({ services, caller, params }) => inWork(services, caller.actor, (work) => sorting.dissolve(work, params.id)));
  served.member(contract.mergeTheme, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => sorting.merge(work, params.id, body.intoId)));
  served.member(contract.splitTheme, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => sorting.split(work, params.id, body)));
  served.member(contract.undoThemeStep, ({ services, caller, params }) => inWork(services, caller.actor, (work) => sorting.undo(work, params.id)));
  served.member(contract.dismissLikeness, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => sorting.unlike(work, params.id, body.otherId)));
};

/** Acts and answers with the decision as it then stands, both in the one transaction. */
const decided = ({ services, caller }: { readonly services: Asked['services']; readonly caller: Caller }, act: (work: Work) => Promise<{ decisionId: string; themeId: string } | Refusal>) =>
  inWork(services, caller.actor, async (work) => {
    const done = await act(work);
    return isRefusal(done) ? done : decisionView(work.tx, done.themeId, done.decisionId);
  });

const serveDeciding = (served: Served): void => {
  served.member(contract.takeTheme, ({ params, body, ...asked }) => decided(asked, (work) => deciding.take(work, params.id, body)));
  served.member(contract.leaveTheme, ({ params, body, ...asked }) => decided(asked, (work) => deciding.leave(work, params.id, body)));
  served.member(contract.shipDecision, ({ params, body, ...asked }) => decided(asked, (work) => deciding.shipIt(work, params.id, body.words)));
  served.member(contract.moveShipping, ({ params, body, ...asked }) => decided(asked, (work) => deciding.moveIt(work, params.id, body)));
  served.member(contract.handTheme, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => deciding.handOn(work, params.id, body)));
  served.member(contract.publishTheme, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => deciding.publish(work, params.id, body.isPublic)));
};

const serveTopics = (served: Served): void => {
  served.member(contract.listTopics, async ({ services: { db, clock } }) => {
    const undecided = await undecidedByTopic(db);
    const items: contract.TopicView[] = [];
    for (const topic of await openTopics(db)) {
      const decider = await whoDecides(db, topic);
      const now = (await deputyFor(db, decider.id, clock.now())) ?? decider;
      items.push({
        id: topic.id, nameIt: topic.name_it, nameEn: topic.name_en, department: { id: topic.department_id, name: (await departmentById(db, topic.department_id))?.name ?? '' },
        deciderId: topic.decider_id, decidesNow: { id: now.id, name: now.name }, decidesWithinDays: topic.decides_within_days, words: topic.words,
        isForTheRest: topic.is_for_the_rest, undecided: undecided.get(topic.id) ?? 0,
      });
    }
    return { items };
  });
  served.member(contract.addTopic, ({ services, caller, body }) => inWork(services, caller.actor, (work) => topics.addTopic(work, body)));
  served.member(contract.changeTopic, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => topics.changeTopic(work, params.id, body)));
  served.member(contract.closeTopic, ({ services, caller, params }) => inWork(services, caller.actor, (work) => topics.closeTopic(work, params.id)));
};
