import './widget.css';
import { widgetTexts } from './texts.ts';
import { h, say } from './elements.ts';
import { makeFrame } from './frame.ts';
import { makeLog } from './log.ts';
import { makeProof, makeStanding, makeWho } from './asides.ts';
import { Refused, talkTo } from './ask.ts';
import { Talk, type Seen } from './talk.ts';

const place = document.getElementById('chat');
if (place === null) throw new Error('chat.html has no #chat');
const asked = new URLSearchParams(location.search);
const key = location.pathname.split('/').at(-1) ?? '';

const root = document.documentElement;
const wanted = asked.get('lang') ?? navigator.language;
root.lang = wanted.toLowerCase().startsWith('it') ? 'it' : 'en';
const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;

const texts = widgetTexts[root.lang === 'it' ? 'it' : 'en'];
const talk = new Talk(key, talkTo(key), (seen) => show(seen));

const title = h('h1', {}, 'Chat');
const hours = h('p', { class: 'hours' });
const closing = h('button', { type: 'button', class: 'close', 'aria-label': texts.close, hidden: true }, '×');
const log = makeLog(texts);
const who = makeWho(texts, talk);
const proof = makeProof(texts, talk);
const standing = makeStanding(texts, talk);
const status = h('p', { class: 'status', role: 'status', hidden: true });
const trouble = h('p', { class: 'wrong', role: 'alert', hidden: true });
const area = h('textarea', { id: 'words', rows: '1', maxlength: '4000', placeholder: texts.placeholder, enterkeyhint: 'send' });
const trap = h('input', { name: 'website', tabindex: '-1', autocomplete: 'off' });
const send = h('button', { type: 'submit', class: 'send' }, texts.send);
const composer = h(
  'form', { class: 'composer', novalidate: true }, h('label', { for: 'words', class: 'unseen' }, texts.write), area, send,
  h('div', { class: 'trap', 'aria-hidden': 'true', inert: true }, h('label', {}, texts.trap, trap)),
);
const middle = h('div', { class: 'below' }, status, standing.element, proof.element, who.element, trouble, composer);
const frame = makeFrame({ around: asked.get('at'), talk, closing, onOpen: () => area.focus() });

const hoursOf = ({ front, talk: told }: Seen): string => {
  const desk = told?.desk ?? front?.desk;
  if (desk === undefined) return '';
  if (desk.isOpen) return desk.closesAt === null ? texts.here : texts.hereUntil(desk.closesAt);
  return desk.opensAt === null ? texts.away : texts.back(desk.opensAt);
};

/** As high as its words, up to a third of the chat. */
const grow = (): void => {
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight, innerHeight / 3)}px`;
};

const show = (seen: Seen): void => {
  const company = seen.talk?.companyName ?? seen.front?.companyName;
  if (company !== undefined && title.textContent !== company) {
    title.textContent = company;
    document.title = texts.title(company);
  }
  say(hours, hoursOf(seen));
  for (const part of [log, who, proof, standing]) part.show(seen);
  say(status, seen.answering !== null ? texts.answering(seen.answering) : seen.isOffline ? texts.offline : '');
  say(trouble, seen.refused === null ? '' : (seen.refused.words ?? texts.offline));
  if (seen.refused !== null && area.value === '') {
    area.value = seen.kept.draft;
    grow();
  }
  frame.show(seen);
};

let saidTyping = -3_000;
area.addEventListener('input', () => {
  talk.keepWords({ draft: area.value });
  grow();
  if (area.value.trim() === '' || performance.now() - saidTyping < 3_000) return;
  saidTyping = performance.now();
  talk.noteTyping();
});
area.addEventListener('keydown', (event) => {
  // Not while an input method is still composing a word.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});
composer.addEventListener('submit', (event) => {
  event.preventDefault();
  const { front, talk: told } = talk.seen;
  const text = area.value.trim();
  if (text === '') return;
  if (told === null && !who.isRight(front?.desk.isOpen === false)) return;
  area.value = '';
  grow();
  talk.write(text, trap.value);
  area.focus();
});
addEventListener('online', () => talk.retry());

const begin = (): void => {
  talk.begin().then(
    () => {
      place.replaceChildren(h('header', {}, h('div', {}, title, hours), closing), log.element, middle);
      area.value = talk.seen.kept.draft;
      show(talk.seen);
      grow();
      frame.ready();
    },
    (error: unknown) => {
      const isGone = error instanceof Refused && error.status === 404;
      const retry = h('button', { type: 'button', class: 'second', onclick: begin }, texts.retry);
      place.replaceChildren(h('header', {}, h('div', {}, title), closing), h('div', { class: 'gone', role: 'alert' }, h('p', {}, isGone ? texts.gone : texts.failed), !isGone && retry));
      frame.ready();
    },
  );
};
begin();
