import { Link } from '@tanstack/react-router';
import css from './capture/Capture.module.css';
import { useTexts } from '#ui/language.tsx';
import { Card } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import type { InsightView } from '../contract.ts';
import { useVoicesOfCase } from './capture/hearing.ts';
import { captureTexts } from './capture-texts.ts';
import { StandingOf } from './Standing.tsx';
import { voiceTexts } from './texts.ts';

/** What was heard on a case, and what becomes of it. */
export function HeardCard({ caseId }: { caseId: string }) {
  const texts = useTexts(captureTexts);
  const { data } = useVoicesOfCase(caseId);
  const items = data?.items ?? [];
  const suggestions = data?.suggestions.length ?? 0;
  return (
    <Card title={items.length > 1 ? texts.cardMany : texts.card}>
      {data !== undefined && items.length === 0 && <p className="small muted">{texts.none}</p>}
      {items.length > 0 && <ul className={css.voices}>{items.map((voice) => <Voice key={voice.id} voice={voice} />)}</ul>}
      {suggestions > 0 && <p className="small muted">{texts.suggestions(suggestions)}</p>}
    </Card>
  );
}

/** A voice in a few lines: the words, what they are, and the theme with what stands behind it. */
export function Voice({ voice: { words, kind, theme } }: { voice: InsightView }) {
  const texts = useTexts(voiceTexts);
  return (
    <li className={css.voice}>
      <span className={css.quote}>{texts.quoted(words)}</span>
      {theme === null
        ? <span className={css.standing}><Pill>{texts.kinds[kind]}</Pill><span className="small muted">{texts.noTheme}: {texts.noThemeAbout}</span></span>
        : <><Link to={`/voices/${theme.id}`}><b>{theme.title}</b></Link><span className={css.standing}><StandingOf themeId={theme.id} /></span></>}
    </li>
  );
}
