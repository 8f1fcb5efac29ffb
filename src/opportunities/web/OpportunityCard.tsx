import { Link } from '@tanstack/react-router';
import { useRead } from '#app/web/client.ts';
import { sayCents } from '#base/cents.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Card } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { opportunitiesOfCase } from '../contract.ts';
import { deskTexts } from './desk-texts.ts';
import { sayState } from './say.ts';
import { opportunityTexts } from './texts.ts';

/** What was handed over from this case, and where it stands: whoever saw it sees what comes of it. Nothing is drawn where there is none. */
export function OpportunityCard({ caseId }: { caseId: string }) {
  const texts = useTexts(deskTexts);
  const words = useTexts(opportunityTexts);
  const { language } = useLanguage();
  const { data } = useRead(opportunitiesOfCase, { params: { id: caseId } }, { watches: ['opportunity'] });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card title={texts.card}>
      {data.items.map((one) => {
        const { words: state, tone } = sayState(one, words);
        const cents = one.wonCents ?? one.valueCents;
        const isOpen = one.outcomeAt === null;
        return (
          <div key={one.id}>
            <p><Link to={`/opportunities/${one.id}`}><b>{words.kinds[one.kind]}</b></Link> <Pill tone={tone}>{state}</Pill></p>
            <p className="small muted">
              {one.department.name}{cents !== null && <span className="num">, {sayCents(cents, language)}</span>}{one.takenBy !== null && isOpen && ` · ${words.has(one.takenBy)}`}
              {isOpen && <> · <Moment at={one.dueAt} by as="short" /></>}
            </p>
            {one.outcomeWords !== null && <p className="small">{one.outcomeWords}</p>}
          </div>
        );
      })}
    </Card>
  );
}
