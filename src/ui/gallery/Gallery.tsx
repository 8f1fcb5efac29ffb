import css from './Gallery.module.css';
import { Brand, Rail, type DrawLink } from '../Rail.tsx';
import { CaseIcon, HeatIcon, NoteIcon, PhoneIcon, PromiseIcon, RequestIcon } from '../icons.tsx';
import { useTexts } from '../language.tsx';
import { ShortcutsHelp } from '../ShortcutsHelp.tsx';
import { SkipLink } from '../SkipLink.tsx';
import { OfflineBanner } from '../states.tsx';
import { LanguageToggle, ThemeToggle } from '../toggles.tsx';
import { Acts, Meanings } from './Acts.tsx';
import { Above, Fields, States } from './Forms.tsx';
import { galleryTexts } from './texts.ts';
import { Lists, Sheets, Writing } from './Work.tsx';

const drawLink: DrawLink = ({ key }, drawn) => <a href={`#${key}`} {...drawn} />;

/** Every component in every state, for our own eyes and for the tests. No part of what is shipped. */
export function Gallery() {
  const texts = useTexts(galleryTexts);
  const icons = [CaseIcon, HeatIcon, RequestIcon, PromiseIcon, NoteIcon, PhoneIcon];
  const counts = [{ words: '23' }, { words: '4', alarm: true }, { words: '11' }, { words: texts.today }, { words: '7', alarm: true }, undefined];
  const places = texts.places.map((words, at) => {
    const Icon = icons[at] ?? CaseIcon;
    const count = counts[at];
    return { key: `place-${at}`, words, short: texts.short[at] ?? words, icon: <Icon size={20} />, current: at === 0, ...(count && { count }) };
  });
  const foot = <div className={css.row}><ThemeToggle /><LanguageToggle /><ShortcutsHelp /></div>;
  return (
    <div className={css.app}>
      <SkipLink />
      <Rail groups={[{ key: 'work', places: places.slice(0, 4) }, { key: 'voices', words: texts.listening, places: places.slice(4) }]} link={drawLink} foot={foot} />
      <main id="main" tabIndex={-1} className={css.main}>
        <OfflineBanner onRetry={() => undefined} />
        <h1><Brand /> {texts.title}</h1>
        <Acts />
        <Meanings />
        <Lists />
        <Writing />
        <Sheets />
        <Fields />
        <Above />
        <States />
      </main>
    </div>
  );
}
