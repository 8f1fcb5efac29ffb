import type { HandledOf } from '#base/contract.ts';
import { BadInput, NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { accessCase, type LoadedCase } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { accessVoice } from '../access.ts';
import { voiceCaseEvents, voiceEvents, type addVoice, type captureOnCase, type changeVoice, type InsightKind, type InsightSource } from '../contract.ts';
import * as queries from '../queries/insights.ts';
import { lockSuggestion, settleSuggestion } from '../queries/suggestions.ts';
import type { Theme } from '../queries/themes.ts';
import { wordsAt } from '../rules.ts';
import { placingClockFrom } from './clocks.ts';
import { topicOr } from './deciders.ts';
import { keepLettersInStep } from './drafting.ts';
import { settlePlacing } from './placing.ts';
import { chosenTheme, memberId, putInto, topicOfWords, type ThemeChoice } from './theming.ts';

export interface Captured {
  readonly id: string;
  readonly theme: { readonly id: string; readonly number: number; readonly title: string } | null;
}

interface Heard extends Omit<queries.NewInsight, 'id' | 'heardBy' | 'topicId' | 'placeBy' | 'nextPlaceClimbAt'>, Partial<ThemeChoice> {}

/** Stores a voice with whose matter it is and by when it has a theme, and puts it where it belongs. Refused where these very words were captured before. */
export const hear = async (work: Work, { themeId = null, newTheme, ...heard }: Heard): Promise<Captured | Refusal> => {
  const theme = await chosenTheme(work, { themeId, newTheme }, heard.words);
  if (isRefusal(theme)) return theme;
  const id = newId(work.now);
  const topic = await topicOr(work, theme?.topic_id ?? (await topicOfWords(work, heard.words)));
  const { by: placeBy, nextClimbAt: nextPlaceClimbAt } = await placingClockFrom(work.tx, topic, work.now);
  const number = await queries.insertInsight(work.tx, { ...heard, id, heardBy: memberId(work), topicId: topic.id, placeBy, nextPlaceClimbAt }, work.now);
  if (number === null) {
    const known = heard.message === null ? undefined : await queries.sameWords(work.tx, heard.message);
    return refuse('voice.known', { theme: known?.title ?? null });
  }
  if (theme !== null) await putInto(work, { insightIds: [id], themeId: theme.id });
  work.emit(voiceEvents['voice.heard'](null, { insightId: id, kind: heard.kind, source: heard.source, themeId: theme?.id ?? null }));
  if (heard.caseId !== null) work.emit(voiceCaseEvents['voice.captured'](heard.caseId, { insightId: id, kind: heard.kind, words: heard.words, theme: theme?.title ?? null }));
  work.tell('voices', id);
  return { id, theme: namedTheme(theme) };
};

const namedTheme = (theme: Theme | null): Captured['theme'] => (theme === null ? null : { id: theme.id, number: theme.number, title: theme.title });

type OnCase = HandledOf<typeof captureOnCase>['body'];

/** The words marked in what was said on a case, or in what a colleague noted of a call. */
export const capture = async (work: Work, caseId: string, { messageId, noteId, complaintId, from, to, kind, remark, ...choice }: OnCase): Promise<Captured | Refusal> => {
  const found = await accessCase(work, caseId);
  const place = await placeOn(work, found, { messageId, noteId, complaintId });
  const marked = wordsAt(place.text, { from, to });
  if (isRefusal(marked)) return marked;
  const { text: _, ...by } = place;
  return hear(work, {
    ...by, ...choice, kind, remark, words: marked.words, caseId, language: found.language,
    message: messageId === undefined ? null : { id: messageId, from: marked.from, to: marked.to },
  });
};

type Source = Pick<OnCase, 'messageId' | 'noteId' | 'complaintId'>;

const placeOn = (work: Work, found: LoadedCase, { messageId, noteId, complaintId }: Source): Promise<Place> => {
  if (messageId !== undefined) return inMessage(work, found, messageId);
  if (complaintId !== undefined) return inComplaint(work, found, complaintId);
  if (noteId !== undefined) return inNote(work, found, noteId);
  throw new BadInput('messageId', { it: 'Indica il messaggio, la nota o il reclamo.', en: 'Name the message, the note or the complaint.' });
};

interface Place {
  readonly text: string;
  readonly source: 'message' | 'note' | 'complaint';
  /** The note or the complaint. */
  readonly sourceId: string | null;
  readonly saidAt: Date;
  readonly saidBy: string;
  readonly customerId: string;
}

/** Whoever wrote it said it; where one of us did, or somebody unknown, they speak of the case's customer. */
const inMessage = async (work: Work, found: LoadedCase, messageId: string): Promise<Place> => {
  const message = await queries.messageOn(work.tx, messageId, found.id);
  if (message === undefined) throw new NotFound();
  const own = await customerById(work.tx, found.customerId);
  const isTheirs = message.direction === 'in' && message.customerId !== null;
  return { text: message.text, source: 'message', sourceId: null, saidAt: message.at, saidBy: isTheirs ? (message.customerName ?? message.authorName) : (own?.name ?? ''), customerId: isTheirs ? (message.customerId ?? found.customerId) : found.customerId };
};

const inNote = async (work: Work, found: LoadedCase, noteId: string): Promise<Place> => {
  const note = await queries.noteOn(work.tx, noteId, found.id);
  if (note === undefined) throw new NotFound();
  return { text: note.text, source: 'note', sourceId: noteId, saidAt: note.at, saidBy: (await customerById(work.tx, found.customerId))?.name ?? '', customerId: found.customerId };
};

const inComplaint = async (work: Work, found: LoadedCase, complaintId: string): Promise<Place> => {
  const complaint = await queries.complaintOn(work.tx, complaintId, found.id);
  if (complaint === undefined) throw new NotFound();
  return { text: complaint.text, source: 'complaint', sourceId: complaintId, saidAt: complaint.at, saidBy: complaint.complainant, customerId: complaint.customerId };
};

/** A colleague of any department heard something. */
export const add = async (work: Work, { words, kind, saidBy, customerId, saidAt, remark, ...choice }: HandledOf<typeof addVoice>['body']): Promise<Captured | Refusal> => {
  const customer = customerId === null ? undefined : await customerById(work.tx, customerId);
  if (customerId !== null && customer === undefined) throw new NotFound();
  return hear(work, {
    ...choice, words, kind, remark, source: 'colleague', caseId: null, message: null, sourceId: null, customerId, saidBy: customer?.name ?? saidBy,
    saidAt: saidAt === undefined ? work.now : new Date(saidAt), language: (customer?.language ?? null) as Language | null,
  });
};

/** What other domains hear: the answer to a survey, a complaint, the public page. The same source twice is one voice. */
export interface HeardElsewhere extends Partial<ThemeChoice> {
  readonly source: Exclude<InsightSource, 'message' | 'note' | 'colleague'>;
  readonly sourceId: string;
  readonly words: string;
  readonly kind: InsightKind;
  readonly caseId: string | null;
  readonly customerId: string | null;
  readonly saidBy: string;
  readonly saidAt: Date;
  readonly language: Language | null;
}

export const hearElsewhere = async (work: Work, heard: HeardElsewhere): Promise<Captured | null> => {
  const captured = await hear(work, { ...heard, message: null, remark: null });
  return isRefusal(captured) ? null : captured;
};

export const change = async (work: Work, id: string, { kind, remark, ...choice }: HandledOf<typeof changeVoice>['body']): Promise<Captured | Refusal> => {
  const voice = await accessVoice(work, id);
  if (voice.withdrawn_at !== null) return refuse('voice.withdrawn');
  const theme = await chosenTheme(work, choice, voice.words);
  if (isRefusal(theme)) return theme;
  await queries.describeInsight(work.tx, id, { kind, remark });
  await putInto(work, { insightIds: [id], themeId: theme?.id ?? null });
  if (voice.theme_id !== null && voice.theme_id !== theme?.id) await holdsAnew(work, voice.theme_id);
  tellCase(work, voice);
  return { id, theme: namedTheme(theme) };
};

/** What a theme holds has changed: so have those whom it concerns. */
const holdsAnew = async (work: Work, themeId: string): Promise<void> => {
  await keepLettersInStep(work, themeId);
  work.tell('theme', themeId);
};

const tellCase = (work: Work, { id, case_id: caseId }: queries.Insight): void => {
  work.tell('voices', id);
  if (caseId !== null) work.tell('case', caseId);
};

/** Taken back by whoever marked too much: the voice stays stored, and can be brought back. */
export const takeBack = async (work: Work, id: string): Promise<{ id: string }> => {
  const voice = await accessVoice(work, id);
  if (voice.withdrawn_at !== null) return { id };
  await queries.withdraw(work.tx, id, { at: work.now, by: memberId(work) ?? '' });
  await settlePlacing(work, [id]);
  if (voice.case_id !== null) work.emit(voiceCaseEvents['voice.withdrawn'](voice.case_id, { insightId: id, words: voice.words }));
  if (voice.theme_id !== null) await holdsAnew(work, voice.theme_id);
  tellCase(work, voice);
  return { id };
};

export const bringBack = async (work: Work, id: string): Promise<{ id: string } | Refusal> => {
  const voice = await accessVoice(work, id);
  if (voice.withdrawn_at === null) return { id };
  const [from, to] = [voice.span_from, voice.span_to];
  const same = voice.message_id === null || from === null || to === null ? undefined : await queries.sameWords(work.tx, { id: voice.message_id, from, to });
  if (same !== undefined) return refuse('voice.known', { theme: same.title });
  await queries.withdraw(work.tx, id, null);
  if (voice.theme_id !== null) await holdsAnew(work, voice.theme_id);
  tellCase(work, voice);
  return { id };
};

/** The gate to a suggestion, with what it would mark. */
const accessSuggestion = async (work: Work, id: string) => {
  const found = await lockSuggestion(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

export const takeSuggestion = async (work: Work, id: string, { kind, ...choice }: { kind: InsightKind } & ThemeChoice): Promise<Captured | Refusal> => {
  const found = await accessSuggestion(work, id);
  if (found.insight_id !== null || found.dismissed_at !== null) return refuse('voice.suggestion_settled');
  const captured = await capture(work, found.caseId, { messageId: found.message_id, from: found.span_from, to: found.span_to, kind, remark: null, ...choice });
  if (!isRefusal(captured)) await settleSuggestion(work.tx, id, { insight_id: captured.id });
  return captured;
};

export const dismissSuggestion = async (work: Work, id: string): Promise<{ id: string }> => {
  const found = await accessSuggestion(work, id);
  if (found.insight_id === null && found.dismissed_at === null) {
    await settleSuggestion(work.tx, id, { dismissed_at: work.now, dismissed_by: memberId(work) });
    work.tell('case', found.caseId);
  }
  return { id };
};
