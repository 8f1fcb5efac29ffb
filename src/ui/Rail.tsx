import { useId, useState, type ReactNode } from 'react';
import css from './Rail.module.css';
import { classNames } from './class-names.ts';
import { LateDrawer } from './Late.tsx';
import { MenuIcon } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

export interface Count {
  /** «23», «2 oggi». */
  words: string;
  /** Somebody has to move now. Drawn as a colour and a dot, and said. */
  alarm?: boolean;
}

export interface RailPlace {
  key: string;
  words: string;
  /** One word, for the bar at the bottom of a phone. */
  short: string;
  icon: ReactNode;
  count?: Count;
  current: boolean;
}

export interface RailGroup {
  key: string;
  /** The first group has none. */
  words?: string;
  places: readonly RailPlace[];
}

/** Draws the link itself, so that the rail knows nothing of the router. */
export type DrawLink = (place: RailPlace, drawn: { className: string; 'aria-current': 'page' | undefined; children: ReactNode; onClick?: () => void }) => ReactNode;

function Counted({ count }: { count: Count }) {
  const texts = useTexts(uiTexts);
  return (
    <span className={classNames(css.count, count.alarm && css.alarm, 'num')}>
      {count.words}
      {count.alarm && <span className="unseen"> {texts.alarm}</span>}
    </span>
  );
}

function Places({ groups, link, onGone }: { groups: readonly RailGroup[]; link: DrawLink; onGone?: () => void }) {
  const base = useId();
  return groups.map(({ key, words, places }) => (
    <div key={key} className={css.group}>
      {words && <p className={css.heading} id={`${base}-${key}`}>{words}</p>}
      <ul aria-labelledby={words && `${base}-${key}`}>
        {places.map((place) => (
          <li key={place.key}>
            {link(place, {
              className: classNames(css.place, place.current && css.current), 'aria-current': place.current ? 'page' : undefined,
              children: <><span>{place.words}</span>{place.count && <Counted count={place.count} />}</>,
              ...(onGone && { onClick: onGone }),
            })}
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** Presa, written. */
export const Brand = () => <span className={css.brand}>Pres<i>a</i></span>;

/** Where one can go, with how much waits there. A column; on phones a bar with the first four and a drawer with all. */
export function Rail({ groups, link, head, foot }: { groups: readonly RailGroup[]; link: DrawLink; head?: ReactNode; foot?: ReactNode }) {
  const texts = useTexts(uiTexts);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const first = groups.flatMap(({ places }) => places).slice(0, 4);
  return (
    <>
      <nav className={css.rail} aria-label={texts.places}>
        <div className={css.top}><Brand />{head}</div>
        <div className={css.places}><Places groups={groups} link={link} /></div>
        {foot && <div className={css.foot}>{foot}</div>}
      </nav>
      <nav className={css.bar} aria-label={texts.places}>
        {first.map((place) => (
          <span key={place.key} className={css.slot}>
            {link(place, {
              className: classNames(css.tab, place.current && css.current), 'aria-current': place.current ? 'page' : undefined,
              children: <>{place.icon}<span>{place.short}</span>{place.count && <Counted count={place.count} />}</>,
            })}
          </span>
        ))}
        <span className={css.slot}>
          <button type="button" className={css.tab} onClick={() => setOpen(true)} aria-haspopup="dialog"><MenuIcon size={20} /><span>{texts.more}</span></button>
        </span>
      </nav>
      <LateDrawer open={open} onClose={close} title={<Brand />} from="bottom">
        <div><Places groups={groups} link={link} onGone={close} /></div>
        {foot && <div className={css.foot}>{foot}</div>}
      </LateDrawer>
    </>
  );
}
