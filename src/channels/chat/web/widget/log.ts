import type { TalkLine } from '../../contract.ts';
import { h, withLinks } from './elements.ts';
import type { Seen } from './talk.ts';
import type { WidgetTexts } from './texts.ts';

interface Shown {
  readonly key: string;
  readonly from: 'you' | 'us';
  readonly name: string;
  readonly text: string;
  readonly foot: string;
}

const timeOf = (at: string): string => new Date(at).toLocaleTimeString(document.documentElement.lang === 'it' ? 'it-IT' : 'en-GB', { hour: '2-digit', minute: '2-digit' });

const footOf = (line: TalkLine, texts: WidgetTexts): string =>
  [timeOf(line.at), line.via === 'email' && (line.from === 'us' ? texts.byMail : texts.fromMail), line.files > 0 && texts.files(line.files)].filter((part) => part !== false).join(' · ');

/** What stands in the conversation: what we said first, what was said since, and what waits to be sent. */
const shownOf = ({ front, talk, kept, isOffline }: Seen, texts: WidgetTexts): Shown[] => {
  const greeting = front === null ? [] : [{ key: 'greeting', from: 'us' as const, name: front.companyName, text: front.desk.isOpen ? front.greeting : front.awayWords, foot: '' }];
  const said = (talk?.lines ?? []).map((line) => ({ key: line.clientId ?? line.id, from: line.from, name: line.from === 'you' ? texts.you : line.name, text: line.text, foot: footOf(line, texts) }));
  const known = new Set(said.map(({ key }) => key));
  const waiting = kept.queue.filter(({ clientId }) => !known.has(clientId))
    .map(({ clientId, text }) => ({ key: clientId, from: 'you' as const, name: texts.you, text, foot: isOffline ? texts.waiting : texts.sending }));
  return [...greeting, ...said, ...waiting];
};

const drawn = ({ key, from, name, text, foot }: Shown): HTMLElement =>
  h('div', { class: 'line', 'data-from': from, 'data-key': key }, h('span', { class: 'who' }, name), h('p', { class: 'words' }, ...withLinks(text)), h('span', { class: 'foot' }, foot));

/**
 * The conversation. What is there stays where it is and only its foot changes, so that a reader of the screen hears each line once, when
 * it comes; whoever has scrolled up to read stays there.
 */
export const makeLog = (texts: WidgetTexts) => {
  const lines = new Map<string, HTMLElement>();
  const element = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': texts.conversation, tabindex: '0' });
  let isAtEnd = true;
  const toEnd = (): void => {
    if (isAtEnd) element.scrollTop = element.scrollHeight;
  };
  element.addEventListener('scroll', () => {
    isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
  });
  // What stands below it comes and goes and takes room from it: its end stays its end.
  new ResizeObserver(toEnd).observe(element);
  const show = (seen: Seen): void => {
    const wanted = shownOf(seen, texts);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, line] of lines) {
      if (keys.has(key)) continue;
      line.remove();
      lines.delete(key);
    }
    let before: Element | null = null;
    for (const one of wanted) {
      const line: HTMLElement = lines.get(one.key) ?? drawn(one);
      lines.set(one.key, line);
      const foot = line.lastElementChild;
      if (foot !== null && foot.textContent !== one.foot) foot.textContent = one.foot;
      if (line.previousElementSibling !== before || line.parentElement === null) element.insertBefore(line, before === null ? element.firstChild : before.nextSibling);
      before = line;
    }
    toEnd();
  };
  return { element, show };
};
