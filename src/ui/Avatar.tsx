import css from './Avatar.module.css';
import { classNames } from './class-names.ts';

/** «Giulia Serra» → GS, «@marta.v» → MV, «Officine Riva Srl» → OR. */
export const initials = (name: string): string => {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [words[0], words[1]].map((word) => word?.[0]?.toUpperCase() ?? '').join('') || '?';
};

/** Who it is, as initials. Decorative by default: the name stands beside it; pass `alone` where it does not. */
export function Avatar({ name, size = 's', alone = false }: { name: string; size?: 's' | 'l'; alone?: boolean }) {
  const seen = classNames(css.avatar, size === 'l' && css.large);
  return alone ? (
    <span className={seen} role="img" aria-label={name} title={name}>{initials(name)}</span>
  ) : (
    <span className={seen} aria-hidden="true">{initials(name)}</span>
  );
}
