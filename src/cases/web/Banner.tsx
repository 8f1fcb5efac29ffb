import type { ReactNode } from 'react';
import css from './Banner.module.css';
import type { ApiError } from '#app/web/client.ts';
import { classNames } from '#ui/class-names.ts';

interface BannerProps {
  /** `internal`: among ourselves. `warm`, `boil`: as urgent as that. `plain`: good to know. */
  tone?: 'plain' | 'internal' | 'warm' | 'boil';
  children: ReactNode;
  acts?: ReactNode;
  /** What the server answered to the act, where it refused. */
  error?: ApiError | null;
}

/** Something that stands between the reader and the case until somebody answers it. */
export function Banner({ tone = 'plain', children, acts, error }: BannerProps) {
  return (
    <div className={classNames(css.banner, css[tone])}>
      <div className={css.words}>{children}{error?.words && <p role="alert" className={css.error}>{error.words}</p>}</div>
      {acts && <div className={css.acts}>{acts}</div>}
    </div>
  );
}
