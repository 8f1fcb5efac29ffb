import { Refused } from './ask.ts';
import { h, say } from './elements.ts';
import type { Seen, Talk } from './talk.ts';
import type { WidgetTexts } from './texts.ts';

let fields = 0;

interface FieldGiven {
  readonly label: string;
  readonly type: string;
  readonly complete: string;
  readonly value: string;
}

/** A field with its label, and what is wrong with it below. */
const field = ({ label, type, complete, value }: FieldGiven) => {
  fields += 1;
  const id = `field-${fields}`;
  const input = h('input', { id, type, autocomplete: complete, maxlength: type === 'email' ? '254' : '120', 'aria-describedby': `${id}-wrong`, ...(complete === 'one-time-code' && { inputmode: 'numeric', maxlength: '12' }) });
  input.value = value;
  const wrong = h('span', { id: `${id}-wrong`, class: 'wrong', hidden: true });
  const element = h('div', { class: 'field' }, h('label', { for: id }, label), input, wrong);
  const mark = (words: string): void => {
    say(wrong, words);
    input.setAttribute('aria-invalid', String(words !== ''));
    if (words !== '') input.focus();
  };
  return { element, input, mark };
};

const isAddress = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value.trim());

/** Who the visitor is, and where an answer reaches them: before the first line beside it, afterwards by itself. */
export const makeWho = (texts: WidgetTexts, talk: Talk) => {
  const { kept } = talk.seen;
  const name = field({ label: texts.name, type: 'text', complete: 'name', value: kept.name });
  const email = field({ label: texts.email, type: 'email', complete: 'email', value: kept.email });
  const why = h('p', { class: 'why' });
  const save = h('button', { type: 'submit', class: 'second' }, texts.save);
  const remember = (): void => talk.keepWords({ name: name.input.value, email: email.input.value });
  const element = h('form', { class: 'aside', novalidate: true, hidden: true, oninput: remember }, why, name.element, email.element, h('div', { class: 'acts' }, save));
  /** Whether what stands there may leave: both where they are needed, and whatever stands there in order. */
  const isRight = (needed: boolean): boolean => {
    const [nameGiven, emailGiven] = [name.input.value.trim() !== '', email.input.value.trim() !== ''];
    email.mark(emailGiven ? (isAddress(email.input.value) ? '' : texts.badEmail) : needed ? texts.needed : '');
    name.mark(nameGiven || !(needed || emailGiven) ? '' : texts.needed);
    return element.querySelector('[aria-invalid=true]') === null;
  };
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isRight(true)) return;
    talk.giveAddress(name.input.value, email.input.value).catch((error: unknown) => email.mark(error instanceof Refused ? (error.fields['email'] ?? error.words ?? texts.offline) : texts.badEmail));
  });
  const show = ({ front, talk: told }: Seen): void => {
    element.hidden = told === null ? front === null : told.email !== null || told.goesOnElsewhere;
    save.hidden = told === null;
    const words = told !== null ? texts.whoLater : front?.desk.isOpen === true ? texts.whoFirst : texts.whoAway;
    if (why.textContent !== words) why.textContent = words;
  };
  return { element, show, isRight };
};

/** The conversation went on by e-mail: whoever reads that mailbox sees it here as well. */
export const makeProof = (texts: WidgetTexts, talk: Talk) => {
  const code = field({ label: texts.code, type: 'text', complete: 'one-time-code', value: '' });
  const why = h('p', { class: 'why' });
  const form = h('form', { novalidate: true }, code.element, h('div', { class: 'acts' }, h('button', { type: 'submit', class: 'second' }, texts.show)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    talk.prove(code.input.value).catch((error: unknown) => code.mark(error instanceof Refused ? (error.words ?? texts.offline) : texts.offline));
  });
  const element = h('div', { class: 'aside', hidden: true }, why, form);
  const show = ({ talk: told }: Seen): void => {
    element.hidden = told === null || !told.goesOnElsewhere;
    form.hidden = told === null || told.triesLeft <= 0 || told.email === null;
    say(why, form.hidden ? texts.elsewhereShut : texts.elsewhere);
  };
  return { element, show };
};

/** Where the case stands: its number, who has it, when the visitor hears next, and the way to its page. */
export const makeStanding = (texts: WidgetTexts, talk: Talk) => {
  const words = h('p', { class: 'why' });
  const trouble = h('p', { class: 'wrong', role: 'alert', hidden: true });
  const follow = h('button', { type: 'button', class: 'link' }, texts.follow);
  const again = h('button', { type: 'button', class: 'link', onclick: () => talk.forget() }, texts.again);
  follow.addEventListener('click', () => {
    // Opened at once, while the browser still sees that a person asked; its address comes a moment later.
    const page = window.open('about:blank', '_blank');
    talk.pageAddress().then(
      (url) => {
        if (page !== null && url !== null) page.location.href = url;
      },
      (error: unknown) => {
        page?.close();
        say(trouble, error instanceof Refused ? (error.words ?? texts.offline) : texts.offline);
      },
    );
  });
  const element = h('div', { class: 'standing', hidden: true }, words, trouble, h('div', { class: 'acts' }, follow, again));
  const show = ({ talk: told }: Seen): void => {
    element.hidden = told === null || told.caseNumber === null;
    if (told === null || told.caseNumber === null) return;
    const owner = told.ownerName === null ? (told.desk.isOpen ? texts.queue : texts.queueAway) : texts.owner(told.ownerName);
    const parts = told.isSolved
      ? [texts.number(told.caseNumber), texts.solved]
      : [`${texts.number(told.caseNumber)}. ${owner}.`, told.nextUpdate !== null && (told.ownerName === null || !told.desk.isOpen) && `${texts.next(told.nextUpdate)}.`, told.email !== null && texts.saved(told.email)];
    say(words, parts.filter((part) => part !== false).join(' '));
    follow.hidden = !told.mayFollow;
    again.hidden = !told.isSolved;
  };
  return { element, show };
};
