import type { HandledOf, OutputOf } from '#base/contract.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { normaliseIdentity } from '#customers/rules.ts';
import { hearElsewhere } from '../actions/capture.ts';
import { memberId } from '../actions/theming.ts';
import { ideasEvents, type openIdeasPage, type readIdeasSetting } from './contract.ts';
import * as queries from './queries.ts';
import { ideasTexts } from './texts.ts';

export const ideasSetting = async (work: Work): Promise<OutputOf<typeof readIdeasSetting>> => {
  const [open, themes] = [await queries.openPage(work.tx), await queries.publicThemes(work.tx)];
  return { openedAt: open?.openedAt.toISOString() ?? null, openedBy: open?.openedBy ?? null, address: `${work.services.config.publicUrl}/ideas`, themes: themes.length };
};

/** Opens the page, or closes it. Asked for what is so already, nothing happens. */
export const setIdeasPage = async (work: Work, { isOpen }: HandledOf<typeof openIdeasPage>['body']): Promise<OutputOf<typeof readIdeasSetting>> => {
  const open = await queries.openPage(work.tx);
  if (isOpen && open === undefined) {
    const id = newId(work.now);
    await queries.insertPage(work.tx, { id, by: memberId(work), now: work.now });
    work.emit(ideasEvents['ideas_page.opened'](null, { pageId: id }));
  }
  if (!isOpen && open !== undefined) {
    await queries.closePage(work.tx, { id: open.id, by: memberId(work), now: work.now });
    work.emit(ideasEvents['ideas_page.closed'](null, { pageId: open.id }));
  }
  return ideasSetting(work);
};

export interface Idea {
  readonly text: string;
  readonly name: string;
  /** Empty where they do not want to hear from us. */
  readonly email: string;
  readonly language: Language;
}

/**
 * An idea becomes a voice. With an address it comes in like any form, so that somebody answers and can tell what came of it; without one
 * there is nobody to answer, and no case is opened for nobody.
 */
export const hearIdea = async (work: Work, intake: Intake, { text, name, email, language }: Idea): Promise<Refusal | null> => {
  const address = email === '' ? null : normaliseIdentity('email', email);
  if (isRefusal(address)) return address;
  const texts = ideasTexts[language];
  const voice = { source: 'public_page', words: text, kind: 'idea', saidAt: work.now, language } as const;
  if (address === null) {
    await hearElsewhere(work, { ...voice, sourceId: newId(work.now), caseId: null, customerId: null, saidBy: name === '' ? texts.somebody : name });
    return null;
  }
  const from = { kind: 'email', value: address, name } as const;
  const common = { folded: '', html: null, files: [], departmentId: null, answers: null, rawMailId: null, isAutomatic: false, loggedBy: null } as const;
  const { caseId, messageId } = await intake.contact(work, { ...common, channel: 'form', at: work.now, from, subject: texts.subject, text, language });
  const writer = await queries.writerOf(work.tx, messageId);
  await hearElsewhere(work, { ...voice, sourceId: messageId, caseId, customerId: writer.id, saidBy: writer.name });
  return null;
};
