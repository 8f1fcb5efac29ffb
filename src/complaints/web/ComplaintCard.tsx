import { Link } from '@tanstack/react-router';
import { useRead } from '#app/web/client.ts';
import { sayFullDate } from '#calendar/words.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Card } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { complaintsOfCase } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { toneOf } from './say.ts';
import { registerTexts } from './texts.ts';

/** The formal complaints of a case, with what they wait for. Nothing is shown where there is none. */
export function ComplaintCard({ caseId }: { caseId: string }) {
  const texts = useTexts(registerTexts);
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  const { data } = useRead(complaintsOfCase, { params: { id: caseId } }, { watches: ['complaint'] });
  const shown = (data?.items ?? []).filter(({ state }) => state !== 'annulled');
  if (shown.length === 0) return null;
  return (
    <Card title={texts.card}>
      {shown.map((row) => (
        <div key={row.id}>
          <p><Link to={`/complaints/${row.id}`}><b>{row.label}</b> {row.topic}</Link> <Pill tone={toneOf(row)}>{row.outcome === null ? words.states[row.state] : words.outcomes[row.outcome]}</Pill></p>
          {row.answeredAt === null && <p className="small muted">{row.isOverdue ? texts.wasDue : texts.dueBy} <span className="num">{sayFullDate(row.dueOn, language)}</span></p>}
        </div>
      ))}
    </Card>
  );
}
