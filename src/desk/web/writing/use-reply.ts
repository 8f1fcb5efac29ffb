import { useMemo, useRef, useState } from 'react';
import { useAct } from '#app/web/client.ts';
import { sendReply, type AttachmentView, type ReplyAct } from '#cases/contract.ts';
import { readDates } from '#promises/rules/dates.ts';
import { findVague, sayInstead } from '#promises/rules/vague.ts';
import { hour, minute } from '#base/clock.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { useNow } from '#ui/now.ts';
import { dueChoices } from '#cases/web/due-choices.ts';
import { useDepartmentCalendar } from '#cases/web/department-calendar.ts';
import type { OpenedCase } from '../../contract.ts';
import { useTimeZone } from '../time-zone.ts';
import { blankReply, earliest, missingFrom, promisesIn, suggestedAct, type Decided, type Move, type ReplyState } from './reply-state.ts';
import { useDraft } from './use-draft.ts';
import type { Uploads } from './use-uploads.ts';

const waiting = new Set(['waiting', 'seen', 'late']);

/** The request that falls due first, of those that a department still owes. */
const firstRequest = ({ requests }: OpenedCase) =>
  requests.filter(({ state }) => waiting.has(state)).toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];

/** A date that can be kept: an hour after the department's, else what was said already, else the next good moment. */
const offeredDate = (opened: OpenedCase, now: Date, calendar: WorkCalendar | undefined): Date => {
  const request = firstRequest(opened);
  const fromRequest = request && new Date(new Date(request.dueAt).getTime() + hour);
  if (fromRequest && fromRequest > now) return fromRequest;
  const next = opened.case.nextUpdateDueAt && new Date(opened.case.nextUpdateDueAt);
  return next && next.getTime() > now.getTime() + hour ? next : (dueChoices(now, calendar)[0] ?? now);
};

interface Sent {
  state: ReplyState;
  text: string;
  files: readonly AttachmentView[];
}

interface Replying {
  opened: OpenedCase;
  me: string | undefined;
  uploads: Uploads;
  /** The customer sits before a chat and reads along. */
  isLive: boolean;
}

/**
 * A reply in the making: its words, what they promise, what is still missing, and how it leaves and comes back. To
 * somebody who sits before a chat (`isLive`) it leaves at once, and every line has a date behind it without being asked for one: the
 * one that they were given, or else the next that can be kept.
 */
export const useReply = ({ opened, me, uploads, isLive }: Replying) => {
  const now = useNow();
  const timeZone = useTimeZone();
  // "Entro stasera" is when this department closes, as it is for the server.
  const calendar = useDepartmentCalendar(opened.case.departmentId);
  const draft = useDraft(opened, 'reply', now);
  const [chosen, setState] = useState(blankReply);
  const [wanted, setWanted] = useState(false);
  const sending = useAct(sendReply);
  const sent = useRef<Sent | null>(null);
  const { text } = draft;
  // To the minute, so that the words are not read anew with every tick.
  const minuteNow = Math.floor(now.getTime() / minute);
  const read = useMemo(() => ({ dates: readDates(text, { now: new Date(minuteNow * minute), timeZone, ...(calendar && { calendar }) }), vague: findVague(text) }), [text, minuteNow, timeZone, calendar]);
  const made = useMemo(() => promisesIn(text, read.dates, chosen.decided), [text, read.dates, chosen.decided]);
  const act: ReplyAct = chosen.act ?? suggestedAct(text, made);
  const state = isLive && act === 'updates' && earliest(made, chosen) === null ? { ...chosen, nextUpdateAt: offeredDate(opened, now, calendar).toISOString() } : chosen;
  const dueAt = earliest(made, state);
  const missing = missingFrom({ text, act, made, state });
  const [vague] = read.vague;
  const request = firstRequest(opened);
  const better = vague && sayInstead({ text, vague, dueAt: offeredDate(opened, now, calendar), now, timeZone });
  const change = (part: Partial<ReplyState>) => setState((before) => ({ ...before, ...part }));
  const to = state.to ?? opened.replyTo.to.map(({ address }) => address);
  const cc = state.cc ?? opened.replyTo.cc.map(({ address }) => address);
  const answered = opened.messages.findLast((one) => one.direction === 'out' && !one.isAutomatic && one.author.id !== me && new Date(one.at) > draft.since);
  const wrote = opened.messages.findLast((one) => one.direction === 'in' && new Date(one.at) > draft.since);
  const begun = text.trim() !== '';

  const body = () => ({
    text, act, nextUpdateAt: act === 'resolves' ? null : state.nextUpdateAt, to: [...to], cc: [...cc], attachmentIds: uploads.files.map(({ id }) => id), preparedId: state.preparedId,
    seenEventId: begun ? draft.seenEventId : opened.seenEventId, ...(isLive && { undoSeconds: 0 }),
    commitments: {
      makes: made.map((one) => ({ text: one.text, dueAt: one.dueAt, requestId: request?.id ?? null })),
      keeps: [...state.keeps],
      moves: Object.entries(state.moves).flatMap(([promiseId, move]) => (move.dueAt === null ? [] : [{ promiseId, dueAt: move.dueAt, reason: move.reason }])),
    },
  });
  const send = async () => {
    if (missing !== null || uploads.uploading || sending.isPending) return setWanted(true);
    await draft.settle();
    return sending.mutate({ params: { id: opened.case.id }, body: body() }, {
      onSuccess: () => {
        sent.current = { state, text, files: uploads.files };
        draft.clear();
        uploads.clear();
        setState(blankReply);
        setWanted(false);
      },
    });
  };
  /** After taking back: the words come from the server, everything else from here, where it was decided a moment ago. */
  const restore = (words: string) => {
    draft.write(words);
    if (sent.current?.text === words) {
      setState(sent.current.state);
      uploads.restore(sent.current.files);
    }
  };
  const replaceVague = () => {
    if (!vague || better === undefined) return;
    draft.write(text.slice(0, vague.replace.start) + better + text.slice(vague.replace.end));
  };
  return {
    draft, state, change, act, made, dueAt, to, cc, missing: wanted ? missing : null, cannot: missing, vague: read.vague, better, request, answered: begun ? answered : undefined, wrote: begun && !isLive ? wrote : undefined,
    send, sending, restore, replaceVague, begun,
    decide: (key: string, decided: Decided) => change({ decided: { ...state.decided, [key]: { ...state.decided[key], ...decided } } }),
    keep: (id: string, kept: boolean) => change({ keeps: kept ? [...state.keeps, id] : state.keeps.filter((one) => one !== id) }),
    move: (id: string, move: Move | null) => change({ moves: move === null ? Object.fromEntries(Object.entries(state.moves).filter(([one]) => one !== id)) : { ...state.moves, [id]: move } }),
  };
};
export type Reply = ReturnType<typeof useReply>;
