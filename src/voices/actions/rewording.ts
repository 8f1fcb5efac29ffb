import { z } from 'zod';
import { askModel } from '#base/language-model.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import type { LeaveReason } from '../contract.ts';
import type { Courtesy } from '../contract/rewording.ts';
import { quoteOf } from '../letter.ts';
import { letterTexts } from '../letter-words.ts';
import { latestDecision } from '../queries/decisions.ts';
import { wordsOf } from '../queries/letters.ts';
import { namesIn, saidIn } from '../queries/said.ts';
import { hidden, longestWords, readRewording, type Hidden } from '../rules/rewording.ts';
import { hiding } from '../rules/words.ts';
import { accessToTell } from './releasing.ts';

interface AskedFor {
  readonly themeId: string;
  readonly language: Language;
  readonly courtesy: Courtesy;
  readonly text: string | null;
}

interface Own {
  readonly words: string;
  readonly language: Language;
}

interface Proposed {
  readonly text: string;
  readonly from: { readonly language: Language; readonly text: string };
}

/** Enough to hear how people speak of it; more would only cost more. */
const mostQuoted = 6;

/**
 * Asks the language model for other words for what everybody is told. What is needed is read in a transaction that is over before
 * anybody outside is asked: nothing waits for them, nothing is kept, and what comes back is only shown.
 */
export const proposeRewording = async (services: Services, actor: Actor, asked: AskedFor): Promise<Proposed | Refusal> => {
  const material = await inWork(services, actor, (work) => materialFor(work, asked));
  if (isRefusal(material)) return material;
  const { own, words, about } = material;
  const answer = await askModel(services, { task: taskFor(asked), data: { text: words.text, ...about }, shape });
  if ('failed' in answer) return refuse(`loop.rewording_${answer.failed}`);
  const read = readRewording({ own, behind: words.behind, said: answer.said.text, language: asked.language });
  return isRefusal(read) ? read : { text: read.text, from: { language: own.language, text: own.words } };
};

/** Markup and marks take room that is given back when it is read. */
const shape = z.object({ text: z.string().max(longestWords * 2) });

interface Material {
  readonly own: Own;
  readonly words: Hidden;
  /** What it is about; only to be understood, not to be said. */
  readonly about: { readonly title: string; readonly decision: string; readonly reason: string | null; readonly said: readonly string[] };
}

const materialFor = async (work: Work, { themeId, language, text }: AskedFor): Promise<Material | Refusal> => {
  const found = await accessToTell(work, themeId);
  if (isRefusal(found)) return found;
  if (work.services.config.model === null) return refuse('loop.rewording_off');
  const own = ownWords(text, language, await wordsOf(work.tx, found.now));
  if (own === null) return refuse('loop.rewording_nothing');
  const decision = await latestDecision(work.tx, themeId);
  const names = await namesIn(work.tx, themeId);
  const bare = (said: string): string => hiding(said, names, () => '[…]');
  const said = (await saidIn(work.tx, themeId, mostQuoted)).map((one) => quoteOf(bare(one.words)));
  const left = (decision?.reason ?? null) as LeaveReason | null;
  return {
    own, words: hidden(own.words, names),
    about: { title: bare(found.theme.title), decision: found.now.occasion === 'shipped' ? 'shipped' : (decision?.kind ?? ''), reason: left === null ? null : letterTexts[language].left[left], said },
  };
};

/** What the person has in front of them; where that is nothing yet, what is said in the other language. */
const ownWords = (text: string | null, language: Language, kept: Readonly<Record<Language, string | null>>): Own | null => {
  if (text !== null) return { words: text, language };
  const other = language === 'it' ? 'en' : 'it';
  return kept[other] === null ? null : { words: kept[other], language: other };
};

const speaks: Readonly<Record<Language, Readonly<Record<Courtesy, string>>>> = {
  it: {
    neither: 'Italian. Address the reader by neither "Lei" nor "tu" nor "voi": the letter goes to people of every kind, so turn each sentence so that it needs none of them',
    formal: 'Italian. Address the reader as "Lei", with capital letters',
    informal: 'Italian. Address the reader as "tu"',
  },
  en: { neither: 'English', formal: 'English, in a formal tone', informal: 'English, in a familiar tone' },
};

const taskFor = ({ language, courtesy }: AskedFor): string =>
  `A company has decided on something that its customers asked for, and writes to them. "text" is what a colleague wrote for the middle of that letter. Say the same in other words, in ${speaks[language][courtesy]}. Be warm, plain and short, as somebody who likes customers speaks. The greeting, the decision, its day and the regards stand around it already: leave them out. Every date, day, number and amount of "text" stays as it is; add none, and no link, name or promise. Something like [1] hides what you need not see: keep each of them once. "title", "decision", "reason" and "said" (words of customers) only tell what it is about. Answer {"text": "…"}: plain text, at most ${longestWords} characters.`;
