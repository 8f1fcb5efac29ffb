type Child = Node | string | null | false;

interface Given {
  readonly [attribute: string]: string | boolean | ((event: Event) => void) | undefined;
}

/**
 * An element with its attributes, listeners (`onclick`) and children. Words become text and never markup: what a visitor or an agent
 * wrote can be nothing else here.
 */
export const h = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, given: Given = {}, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
};

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/u;

/** Text with the addresses in it as links, which open beside the page that the visitor is on. */
export const withLinks = (text: string): Child[] =>
  text.split(address).map((part, place) => (place % 2 === 1 ? h('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part) : part));

/** Puts `words` there unless they are there already: what is written anew is read out anew. */
export const say = (element: HTMLElement, words: string): void => {
  if (element.textContent !== words) element.textContent = words;
  element.hidden = words === '';
};
