import css from './Kbd.module.css';

const signs: Readonly<Record<string, string>> = { enter: '↵', arrowdown: '↓', arrowup: '↑', escape: 'Esc', shift: '⇧' };
const isApple = /mac|iphone|ipad/iu.test(globalThis.navigator?.platform ?? '');

/** Keys as printed on this person's keyboard: `mod+enter` is ⌘↵ on a Mac and Ctrl ↵ elsewhere. */
export const sayKeys = (keys: string): string =>
  keys
    .split('+')
    .map((key) => (key === 'mod' ? (isApple ? '⌘' : 'Ctrl') : (signs[key.toLowerCase()] ?? key.toUpperCase())))
    .join(isApple ? '' : ' ');

/** A key drawn beside the act it does. Silent to screen readers: the act carries `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={css.kbd} aria-hidden="true">{sayKeys(keys)}</kbd>;
}
