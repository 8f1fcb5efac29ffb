import { z } from 'zod';
import type { Asked, Served } from '#base/http/serve.ts';
import { readCursor, writeCursor } from '#base/http/cursors.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Caller } from '#base/http/caller.ts';
import { inWork } from '#base/work.ts';
import { accessThemeToRead } from './access.ts';
import { toTellOf } from './actions/drafting.ts';
import * as releasing from './actions/releasing.ts';
import * as rewording from './actions/rewording.ts';
import { textOf } from './actions/telling.ts';
import * as contract from './contract.ts';
import { proposeRewording } from './contract/rewording.ts';
import { broughtViewOf, letterRowOf, loopViewOf, viewerMayTell } from './loop-views.ts';
import { letterById, lettersOf } from './queries/letters.ts';
import type { Viewer } from './views.ts';

const viewerOf = ({ caller, language }: { readonly caller: Caller; readonly language: Asked['language'] }): Viewer => ({ memberId: caller.memberId, roles: caller.roles, language });

const page = 50;

export const serveLoop = (served: Served): void => {
  served.member(contract.readLoop, async ({ services, caller, language, params }) =>
    loopViewOf(services.db, await accessThemeToRead(services.db, params.id), { viewer: viewerOf({ caller, language }), now: services.clock.now(), hasModel: services.config.model !== null }));
  served.member(contract.listLetters, async ({ services, caller, language, params, query }) => {
    const theme = await accessThemeToRead(services.db, params.id);
    const now = await toTellOf(services.db, theme.id);
    if (now === null) return { items: [], next: null };
    const from = query.cursor === undefined ? 0 : readCursor(query.cursor, z.object({ from: z.int().min(0) }), 'cursor').from;
    const viewer = viewerOf({ caller, language });
    const mayTell = await viewerMayTell(services.db, theme, { viewer, now: services.clock.now() });
    const found = await lettersOf(services.db, now, { state: query.state, language: query.language, from, limit: page + 1 });
    return { items: found.slice(0, page).map((letter) => letterRowOf(letter, { mayTell, viewer })), next: found.length > page ? writeCursor({ from: from + page }) : null };
  });
  served.member(contract.readLetter, async ({ services, caller, language, params }) => {
    const letter = await letterById(services.db, params.id);
    if (letter === undefined) throw new NotFound();
    const viewer = viewerOf({ caller, language });
    if (!(await viewerMayTell(services.db, await accessThemeToRead(services.db, letter.themeId), { viewer, now: services.clock.now() }))) throw new NotFound();
    return { ...letterRowOf(letter, { mayTell: true, viewer }), text: letter.sentText ?? (await textOf(services.db, letter)) };
  });
  served.member(contract.readBrought, async ({ services, params }) => broughtViewOf(services.db, await accessThemeToRead(services.db, params.id), services.clock.now()));
  serveReleasing(served);
};

const serveReleasing = (served: Served): void => {
  served.member(contract.writeLoopWords, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => releasing.write(work, params.id, body)));
  served.member(proposeRewording, ({ services, caller, params, body }) => rewording.proposeRewording(services, caller.actor, { themeId: params.id, ...body }));
  served.member(contract.releaseLetters, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => releasing.release(work, params.id, body)));
  served.member(contract.takeLettersBack, ({ services, caller, params }) => inWork(services, caller.actor, (work) => releasing.takeBack(work, params.id)));
  served.member(contract.writeLetter, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => releasing.rewrite(work, params.id, body.text)));
  served.member(contract.skipLetter, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => releasing.skip(work, params.id, body.why)));
  served.member(contract.returnLetter, ({ services, caller, params }) => inWork(services, caller.actor, (work) => releasing.giveBack(work, params.id)));
  served.member(contract.tellByPhone, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => releasing.noteCall(work, params.id, body.remark)));
};
