import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import css from './Button.module.css';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger' | 'take';

interface Shape {
  look?: ButtonLook;
  /** `l` for the one or two acts of a page, `m` elsewhere. */
  size?: 'm' | 'l';
  wide?: boolean;
}

export interface ButtonProps extends Shape, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** A verb. Null only for an icon with an `aria-label`. */
  children: ReactNode;
  icon?: ReactNode;
  /** The key that does the same, as useShortcuts writes it: `d`, `mod+enter`. Only drawn and announced: register it yourself. */
  keys?: string;
  /** The act is on its way: the button keeps its place and its focus, and further presses do nothing. */
  loading?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** The classes of a button, for the rare link that has to look like one. */
export const buttonClass = ({ look = 'plain', size = 'm', wide = false }: Shape = {}): string =>
  classNames(css.button, css[look], size === 'l' && css.large, wide && css.wide);

const spoken = (keys: string): string => keys.replace('mod', 'Control').replace(/\b[a-z]\b/gu, (key) => key.toUpperCase());

/** An act. Its words are a verb; its look says how much it matters, `danger` that it cannot be undone. */
export function Button({ look, size, wide, icon, keys, loading = false, children, className, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass({ ...(look && { look }), ...(size && { size }), ...(wide && { wide }) }), loading && css.loading, className)}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      aria-keyshortcuts={keys && spoken(keys)}
      onClick={press}
    >
      {icon}
      {children !== null && <span className={css.words}>{children}</span>}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}
