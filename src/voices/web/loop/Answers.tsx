import { Link } from '@tanstack/react-router';
import css from './Loop.module.css';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { When } from '#ui/When.tsx';
import type { LoopView } from '../../contract.ts';
import { Section } from '../theme/Section.tsx';
import { loopTexts } from './texts.ts';

/** What came back: thanks are counted, everything else is read. */
export function Answers({ answered: { thanks, words, items } }: { answered: LoopView['answered'] }) {
  const texts = useTexts(loopTexts);
  return (
    <Section title={texts.answered}>
      <p className={css.acts}>{words > 0 && <Pill>{texts.answers(words)}</Pill>}{thanks > 0 && <Pill tone="calm">{texts.thanks(thanks)}</Pill>}</p>
      <ul className={css.list}>
        {items.filter(({ isThanks }) => !isThanks).map((answer) => (
          <li key={answer.messageId} className={css.row}>
            <span>{texts.quoted(answer.words)}</span>
            <span className="small muted">{answer.saidBy} · <When at={answer.at} as="day" />{answer.case !== null && <> · <Link to={`/cases/${answer.case.id}`}>{texts.caseNumber(answer.case.number)}</Link></>}{answer.isHeard && ` · ${texts.heard}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
