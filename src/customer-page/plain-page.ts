import { sayInstant, type InstantStyle } from '#calendar/words.ts';
import type { Instant } from '#base/clock.ts';
import { escapeHtml } from '#base/html.ts';
import { saySize } from '#base/say-size.ts';
import { languages, type Language } from '#base/texts.ts';
import type { CustomerPageView } from './contract.ts';
import { plainTexts } from './plain-texts.ts';
import type { SaidMessage } from './said.ts';
import { customerPageTexts } from './texts.ts';
import { detailOf, titleOf } from './step-words.ts';
import { sayAwaited } from './words.ts';

export interface PlainPage {
  readonly page: CustomerPageView;
  readonly said: readonly SaidMessage[];
  readonly wishes: { readonly prefers: string | null; readonly number: string | null };
  /** The language of the texts. */
  readonly language: Language;
  /** The page's own address. */
  readonly path: string;
  readonly now: Instant;
  /** What was just done, or what was wrong with it. */
  readonly notice: { readonly words: string; readonly isWrong: boolean } | null;
}

const style = `
  :root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5b5a55; --line: #8a877e; --paper: #fbfaf7; --ours: #e9f2ee; --act: #0b5a63; --on: #fff }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #b5b2a9; --line: #7c7970; --paper: #1c1b19; --ours: #242b25; --act: #8fd3db; --on: #10302f } }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 4rem } h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere } h2 { margin: 2rem 0 .5rem; font-size: 1.15rem }
  p, li { margin: 0 0 .5rem; overflow-wrap: anywhere } .soft { color: var(--soft); font-size: .92rem } ul, ol { margin: 0; padding-left: 1.2rem } a { color: var(--act) }
  article { margin: .6rem 0; padding: .7rem 1rem; border: 1px solid var(--line); border-radius: .6rem } article.ours { background: var(--ours) }
  form h2 { margin-top: 0 } form, .box { margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .6rem } label, legend { display: block; margin: .5rem 0 .25rem; font-weight: 600 } fieldset { border: 0; margin: 0; padding: 0 }
  fieldset label { display: inline-flex; align-items: center; gap: .4rem; min-height: 2.75rem; margin: 0 1rem 0 0; font-weight: 400 } input[type=radio] { width: 1.2rem; height: 1.2rem; accent-color: var(--act) }
  textarea, input[type=tel], input[type=file] { width: 100%; padding: .6rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit; font: inherit } button { min-height: 2.75rem; margin: .75rem .5rem 0 0; padding: .5rem 1.1rem; border: 1px solid var(--act); border-radius: .4rem; background: var(--act); color: var(--on); font: inherit; font-weight: 600 }
  button.plain { background: transparent; color: var(--act) } :focus-visible { outline: 3px solid var(--act); outline-offset: 2px } .notice { border-width: 2px; font-weight: 600 }`;

const paragraphs = (text: string): string => escapeHtml(text.trim()).split(/\n{2,}/u).map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join('');

type Say = (at: string, style?: InstantStyle) => string;

const conversation = ({ said, language, path }: PlainPage, say: Say): string => {
  const [texts, own] = [customerPageTexts[language], plainTexts[language]];
  const items = said.map(({ direction, channel, at, authorName, text, files }) => {
    const ours = direction === 'out';
    const words = channel === 'phone' && !ours ? `<p>${own.youCalled}</p>` : paragraphs(text);
    const links = files.map(({ id, name, size }) => `<li><a href="${path}/files/${id}">${escapeHtml(name)}</a> <span class="soft">${saySize(size, language)}</span></li>`);
    const head = `<b>${ours ? escapeHtml(authorName) : own.you}</b> <span class="soft">${escapeHtml(texts.channels[channel])} · ${escapeHtml(say(at.toISOString(), 'label'))}</span>`;
    return `<article${ours ? ' class="ours"' : ''}>${head}${words}${links.length === 0 ? '' : `<p class="soft">${own.files}</p><ul>${links.join('')}</ul>`}</article>`;
  });
  return `<section><h2>${own.conversation}</h2>${items.length === 0 ? `<p class="soft">${own.nothing}</p>` : items.join('')}</section>`;
};

const standing = ({ page, language, path, now }: PlainPage, say: Say): string => {
  const [texts, own] = [customerPageTexts[language], plainTexts[language]];
  const owner = page.ownerName === null ? (page.isSolved ? '' : `<p><b>${texts.nobodyYet}</b></p>`) : `<p><b>${escapeHtml(texts.owner(page.ownerName))}</b> <span class="soft">${texts.toTheEnd}</span></p>`;
  if (page.isSolved) return `${owner}<div class="box"><p><b>${texts.solved}</b></p><p>${texts.solvedIntro}</p></div>`;
  const due = page.nextUpdateDueAt;
  const next = due === null ? '' : `<p><b>${texts.nextUpdate}: ${escapeHtml(new Date(due) < now ? texts.nextUpdateLate(say(due)) : texts.nextUpdateBy(say(due)))}</b></p>`;
  const awaited = page.awaited.map((one) => `<p>${escapeHtml(sayAwaited(one, texts, say))}</p>`).join('');
  const hasDay = due !== null || page.steps.some((step) => step.kind === 'promised' && step.state === 'open');
  return `${owner}<div class="box">${next}${awaited}${hasDay ? `<p><a href="${path}/calendar">${own.calendar}</a></p>` : ''}</div>`;
};

const steps = ({ page, language }: PlainPage, say: Say): string => {
  const texts = customerPageTexts[language];
  const items = page.steps.map((step) => `<li><b>${escapeHtml(titleOf(step, texts))}</b><br><span class="soft">${escapeHtml([say(step.at, 'label'), ...detailOf(step, texts, say)].join(' · '))}</span></li>`);
  return `<section><h2>${plainTexts[language].steps}</h2><ol>${items.join('')}</ol></section>`;
};

const choice = (name: string, value: string, { words, isChosen }: { words: string; isChosen: boolean }): string =>
  `<label><input type="radio" name="${name}" value="${value}"${isChosen ? ' checked' : ''} required> ${escapeHtml(words)}</label>`;

const acts = ({ page, language, path, wishes }: PlainPage): string => {
  const [texts, own] = [customerPageTexts[language], plainTexts[language]];
  const form = (inside: string, extra = ''): string => `<form method="post" action="${path}"${extra}>${inside}</form>`;
  const button = (act: string, words: string, look = ''): string => `<button name="act" value="${act}"${look}>${escapeHtml(words)}</button>`;
  const write = form(
    `<label for="text">${texts.addWords}</label><textarea id="text" name="text" rows="5" maxlength="20000" required></textarea><label for="files">${texts.addFiles}</label><input id="files" type="file" name="files" multiple aria-describedby="files-how"><p id="files-how" class="soft">${own.filesHow}</p>${button('write', texts.send)}`,
    ' enctype="multipart/form-data"',
  );
  const over = page.isSolved
    ? form(`<label for="missing">${own.unsolvedHow}</label><textarea id="missing" name="text" rows="3" maxlength="20000"></textarea>${button('unsolved', texts.sayUnsolved)}`)
    : form(button('solved', texts.saySolved, ' class="plain"'));
  const scores = [1, 2, 3, 4, 5].map((score) => choice('score', String(score), { words: texts.score(score), isChosen: page.rating?.score === score })).join('');
  const rate = page.canRate ? form(`<fieldset><legend>${texts.rate}</legend>${scores}</fieldset><label for="words">${texts.rateWords}</label><textarea id="words" name="words" rows="2" maxlength="2000">${escapeHtml(page.rating?.words ?? '')}</textarea>${button('rate', texts.sendRating)}`) : '';
  const spoken = languages.map((one) => choice('language', one, { words: own.languages[one], isChosen: page.language === one })).join('');
  const roads = (['email', 'phone'] as const).map((one) => choice('prefers', one, { words: own.roads[one], isChosen: (wishes.prefers ?? 'email') === one })).join('');
  const wish = form(`<h2>${own.wishes}</h2><fieldset><legend>${own.language}</legend>${spoken}</fieldset><fieldset><legend>${own.by}</legend>${roads}</fieldset><label for="number">${own.number}</label><input id="number" type="tel" name="number" autocomplete="tel" maxlength="40" value="${escapeHtml(wishes.number ?? '')}">${button('wishes', own.keep)}`);
  const survey = page.survey === null ? '' : `<form method="post" action="${path.replace(/plain$/u, 'survey')}"><p><b>${escapeHtml(page.survey[language])}</b></p><button>${texts.survey}</button></form>`;
  return `<section><h2>${texts.add}</h2>${write}${over}${rate}${survey}${wish}</section>`;
};

/** The whole of a case for its customer, without a script and with nothing fetched: to read, to write on, good in any browser. */
export const plainPage = (plain: PlainPage): string => {
  const { page, language, notice, now } = plain;
  const texts = customerPageTexts[language];
  const say: Say = (at, style = 'sentence') => sayInstant(new Date(at), { now, timeZone: page.timeZone, language, style });
  const heading = escapeHtml(texts.heading(page.companyName, page.caseNumber));
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${heading}</title><style>${style}</style></head><body><main>
<p class="soft">${heading}</p><h1>${escapeHtml(page.subject)}</h1>
${notice === null ? '' : `<p class="box notice" role="${notice.isWrong ? 'alert' : 'status'}">${escapeHtml(notice.words)}</p>`}
${standing(plain, say)}${conversation(plain, say)}${acts(plain)}${steps(plain, say)}
<p class="soft">${texts.privacy}</p></main></body></html>`;
};
