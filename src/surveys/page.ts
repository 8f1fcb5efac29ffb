import type { Instant } from '#base/clock.ts';
import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import type { Content, Question } from './contract.ts';
import { pageTexts } from './page-texts.ts';
import { askedOf, countedAnswers, isScale, scales, type Answer, type Answers } from './rules.ts';
import { scaleEnds } from './scale-words.ts';

/** What a page of a survey shows: one question, what was answered before it is sent, the thanks, or the end of all surveys. */
export type Shown =
  | { readonly is: 'question'; readonly question: Question; /** Chosen in the mail; nothing is kept of it yet. */ readonly chosen: string | null }
  | { readonly is: 'review'; readonly asksAddress: boolean }
  | { readonly is: 'thanks'; readonly followed: { readonly number: number; readonly ownerName: string | null; readonly nextUpdateDueAt: Instant | null } | null }
  | { readonly is: 'stop'; readonly isStopped: boolean }
  | { readonly is: 'closed' };

export interface SurveyPage {
  readonly shown: Shown;
  readonly content: Content;
  readonly answers: Answers;
  readonly language: Language;
  readonly companyName: string;
  /** Where its forms go, without a query. */
  readonly path: string;
  /** Travels along in every address: the site in whose page the widget stands. */
  readonly carries: string;
  readonly notice: string | null;
  readonly now: Instant;
  readonly timeZone: string;
  /** Nothing can be sent: it is only looked at. */
  readonly isPreview?: boolean;
}

const style = `
  :root { color-scheme: light dark; --ink: #1d1b18; --soft: #5d574f; --line: #8a837a; --paper: #fbf9f5; --sheet: #fff; --act: #0b5d66; --on: #fff; --mark: #e3f0f0 }
  @media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --soft: #b8b1a6; --line: #7c766c; --paper: #191714; --sheet: #211f1b; --act: #6cc5cc; --on: #0c1c1e; --mark: #143236 } }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 Inter, system-ui, sans-serif }
  main { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1rem 3rem } header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline }
  h1 { margin: .25rem 0 .75rem; font-size: 1.35rem; line-height: 1.25; overflow-wrap: anywhere } h2 { margin: 0; font-size: 1.15rem; line-height: 1.35 } p { margin: 0 0 .75rem; overflow-wrap: anywhere } .soft { color: var(--soft); font-size: .9rem }
  .sheet { margin: 1rem 0; padding: 1.1rem; border: 1px solid var(--line); border-radius: .9rem; background: var(--sheet) } fieldset { border: 0; margin: 0; padding: 0; min-width: 0 } legend { padding: 0; margin: 0 0 .9rem; font-weight: 650; font-size: 1.15rem; line-height: 1.35; overflow-wrap: anywhere }
  .scale { display: flex; flex-wrap: wrap; gap: .4rem } .scale label { flex: 1 1 2.75rem; min-width: 2.75rem } .ends { display: flex; justify-content: space-between; gap: 1rem; margin: .5rem 0 0 } .list { display: grid; gap: .4rem }
  label.pick { position: relative; display: flex; align-items: center; justify-content: center; min-height: 2.9rem; padding: .4rem .7rem; border: 1px solid var(--line); border-radius: .6rem; cursor: pointer } .list label.pick { justify-content: flex-start; gap: .6rem }
  .scale input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer } .list input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--act) }
  label.pick:hover { border-color: var(--act) } label.pick:has(:checked) { border-color: var(--act); background: var(--mark); box-shadow: inset 0 0 0 1px var(--act); font-weight: 700 } label.pick:has(:focus-visible) { outline: 3px solid var(--act); outline-offset: 2px }
  textarea, input[type=email] { width: 100%; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: .6rem; background: transparent; color: inherit; font: inherit } textarea { min-height: 8rem } .field { display: block; margin: 1rem 0 .3rem; font-weight: 600 }
  .acts { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.1rem 0 0 } button, a.act { display: inline-flex; align-items: center; min-height: 2.9rem; padding: .5rem 1.2rem; border: 1px solid var(--act); border-radius: .6rem; background: var(--act); color: var(--on); font: inherit; font-weight: 650; text-decoration: none; cursor: pointer } button.plain, a.plain { background: transparent; color: var(--act) }
  a { color: var(--act) } a.inline { display: inline-block; min-height: 24px } :focus-visible { outline: 3px solid var(--act); outline-offset: 2px } .notice { padding: .7rem 1rem; border: 2px solid var(--act); border-radius: .6rem; font-weight: 600 } dl { margin: 0 } dt { margin: .9rem 0 .1rem; font-weight: 600 } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }`;

const paragraphs = (text: string): string => escapeHtml(text.trim()).split(/\n{2,}/u).map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join('');

const link = ({ path, carries, language }: SurveyPage, query: Readonly<Record<string, string>>): string => escapeHtml(`${path}?${new URLSearchParams({ ...query, lang: language })}${carries}`);

/** A form, or the same without any way to send it where it is only looked at. */
const form = (page: SurveyPage, inner: string): string => (page.isPreview === true ? `<div>${inner}</div>` : `<form method="post" action="${link(page, {})}">${inner}</form>`);
const button = (page: SurveyPage, act: string, words: string): string =>
  // What does not lead on looks quieter.
  `<button${act === 'back' || act === 'restart' ? ' class="plain"' : ''} ${page.isPreview === true ? 'type="button"' : `name="act" value="${act}"`}>${words}</button>`;

const pick = (type: 'radio' | 'checkbox', { value, words, isOn }: { value: string; words: string; isOn: boolean }): string =>
  `<label class="pick"><input type="${type}" name="a" value="${escapeHtml(value)}"${isOn ? ' checked' : ''}> <span>${escapeHtml(words)}</span></label>`;

const fieldOf = ({ kind, choices }: Question, given: { answer: Answer | undefined; chosen: string | null }, language: Language): string => {
  const texts = pageTexts[language];
  const { answer, chosen } = given;
  const isOn = (value: string): boolean => (chosen !== null ? chosen === value : answer?.score?.toString() === value || (answer?.chosen.includes(value) ?? false));
  if (isScale(kind)) {
    const { from, to } = scales[kind];
    const all = Array.from({ length: to - from + 1 }, (_, place) => String(from + place));
    return `<div class="scale">${all.map((value) => pick('radio', { value, words: value, isOn: isOn(value) })).join('')}</div><div class="ends soft" aria-hidden="true"><span>${from} = ${scaleEnds[language].low[kind]}</span><span>${to} = ${scaleEnds[language].high[kind]}</span></div>`;
  }
  if (kind === 'text') return `<textarea name="a" maxlength="4000" rows="6" aria-label="${texts.words}">${escapeHtml(answer?.words ?? '')}</textarea>`;
  const list = kind === 'yes_no' ? [{ key: 'yes', words: { it: pageTexts.it.yes, en: pageTexts.en.yes } }, { key: 'no', words: { it: pageTexts.it.no, en: pageTexts.en.no } }] : choices;
  const items = list.map((one) => pick(kind === 'several' ? 'checkbox' : 'radio', { value: one.key, words: one.words[language], isOn: isOn(one.key) }));
  return `${kind === 'several' ? `<p class="soft">${texts.several}</p>` : ''}<div class="list">${items.join('')}</div>`;
};

const questionIn = (page: SurveyPage, { question, chosen }: Extract<Shown, { is: 'question' }>): string => {
  const { language, answers, content } = page;
  const texts = pageTexts[language];
  const asked = askedOf(content.questions, answers);
  const place = Math.max(0, asked.findIndex(({ key }) => key === question.key));
  const scaleHint = isScale(question.kind) ? ` <span class="unseen">(${scaleEnds[language].between(question.kind)})</span>` : '';
  const optional = question.isNeeded ? '' : ` <span class="soft">· ${texts.optional}</span>`;
  const intro = place === 0 ? paragraphs(content.intro[language]) : '';
  const back = place === 0 ? '' : button(page, 'back', texts.back);
  return `${intro}<div class="sheet">${form(page, `<input type="hidden" name="q" value="${escapeHtml(question.key)}"><p hidden><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></p>
<p class="soft">${texts.step(place + 1)}${optional}</p>${chosen === null ? '' : `<p class="soft">${texts.chosen}</p>`}
<fieldset><legend>${escapeHtml(question.words[language])}${scaleHint}</legend>${fieldOf(question, { answer: answers[question.key], chosen }, language)}</fieldset>
<div class="acts">${button(page, 'next', texts.next)}${back}</div>`)}</div>`;
};

const sayAnswer = ({ kind, choices }: Question, { score, chosen, words }: Answer, language: Language): string => {
  if (words !== null) return words;
  if (score !== null) return String(score);
  if (kind === 'yes_no') return chosen.includes('yes') ? pageTexts[language].yes : pageTexts[language].no;
  return chosen.map((key) => choices.find((choice) => choice.key === key)?.words[language] ?? key).join(', ');
};

const reviewIn = (page: SurveyPage, asksAddress: boolean): string => {
  const { language, answers, content } = page;
  const texts = pageTexts[language];
  const counted = new Map(countedAnswers(content.questions, answers).map(({ question, answer }) => [question.key, answer]));
  const items = askedOf(content.questions, answers).map((question) => {
    const answer = counted.get(question.key);
    const change = page.isPreview === true ? '' : ` <a class="inline" href="${link(page, { q: question.key })}">${texts.review.change}<span class="unseen"> ${escapeHtml(question.words[language])}</span></a>`;
    return `<dt>${escapeHtml(question.words[language])}</dt><dd>${answer === undefined ? `<span class="soft">${texts.review.none}</span>` : escapeHtml(sayAnswer(question, answer, language))}${change}</dd>`;
  });
  const address = asksAddress ? `<label class="field" for="email">${texts.address.label}</label><p class="soft" id="email-about">${texts.address.about}</p><input type="email" id="email" name="email" maxlength="254" autocomplete="email" aria-describedby="email-about">` : '';
  return `<div class="sheet"><h2>${texts.review.title}</h2><p class="soft">${texts.review.intro}</p><dl>${items.join('')}</dl>${form(page, `${address}<div class="acts">${button(page, 'finish', texts.send)}</div>`)}</div>`;
};

const thanksIn = ({ language, content, now, timeZone }: SurveyPage, { followed }: Extract<Shown, { is: 'thanks' }>): string => {
  const texts = pageTexts[language];
  const by = followed?.nextUpdateDueAt ?? null;
  const case_ = followed === null ? '' : `<p><b>${escapeHtml(followed.ownerName === null ? texts.nobody(followed.number) : texts.owner(followed.ownerName, followed.number))}</b>${by === null || by <= now ? '' : ` ${escapeHtml(texts.nextUpdate(sayInstant(by, { now, timeZone, language, style: 'label' })))}`}</p>`;
  return `<div class="sheet"><h2>${texts.done}</h2>${paragraphs(content.thanks[language])}${case_}</div>`;
};

const stopIn = (page: SurveyPage, isStopped: boolean): string => {
  const { stop } = pageTexts[page.language];
  const inner = isStopped ? `<p>${stop.done}</p>${form(page, `<div class="acts">${button(page, 'restart', stop.back)}</div>`)}` : `<p>${stop.intro}</p>${form(page, `<div class="acts">${button(page, 'stop', stop.act)}</div>`)}`;
  return `<div class="sheet"><h2>${stop.title}</h2>${inner}</div>`;
};

const bodyOf = (page: SurveyPage): string => {
  const { shown } = page;
  const texts = pageTexts[page.language];
  switch (shown.is) {
    case 'question': return questionIn(page, shown);
    case 'review': return reviewIn(page, shown.asksAddress);
    case 'thanks': return thanksIn(page, shown);
    case 'stop': return stopIn(page, shown.isStopped);
    case 'closed': return `<div class="sheet"><h2>${texts.closed.title}</h2><p>${texts.closed.words}</p></div>`;
  }
};

/** The page in another language stays where it is. */
const otherLanguage = (page: SurveyPage): string => {
  const other = page.language === 'it' ? 'en' : 'it';
  const at: Readonly<Record<string, string>> = page.shown.is === 'question' ? { q: page.shown.question.key } : page.shown.is === 'stop' ? { q: 'stop' } : page.shown.is === 'review' ? { q: 'review' } : {};
  return page.isPreview === true ? '' : `<a class="inline" href="${link({ ...page, language: other }, at)}" lang="${other}" hreflang="${other}">${pageTexts[other].inThis}</a>`;
};

/** One page of a survey: no script, nothing fetched, good on a small and slow telephone. Runs in the browser too: the preview is the page itself. */
export const surveyPage = (page: SurveyPage): string => {
  const { language, companyName, content, notice } = page;
  const title = page.shown.is === 'closed' ? pageTexts[language].closed.title : content.title[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(companyName === '' ? title : `${title} · ${companyName}`)}</title><style>${style}</style></head><body><main>
<header><span class="soft">${escapeHtml(companyName)}</span>${otherLanguage(page)}</header>
<h1>${escapeHtml(title)}</h1>${notice === null ? '' : `<p class="notice" role="alert">${escapeHtml(notice)}</p>`}
${bodyOf(page)}
${page.shown.is === 'closed' || companyName === '' ? '' : `<p class="soft">${escapeHtml(pageTexts[language].private(companyName))}</p>`}
</main></body></html>`;
};
