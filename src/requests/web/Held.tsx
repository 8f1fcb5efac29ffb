import css from './Held.module.css';
import { minute } from '#base/clock.ts';
import { useRead } from '#app/web/client.ts';
import { useTexts } from '#ui/language.tsx';
import { Card } from '#ui/Panel.tsx';
import { When } from '#ui/When.tsx';
import { heldOfCase, type HolderKind } from '../contract.ts';
import { apportion } from './apportion.ts';
import { heldTexts } from './held-texts.ts';

const toneOf: Readonly<Record<HolderKind, string>> = { queue: 'queue', owner: 'owner', paused: 'owner', customer: 'customer', department: 'department', supplier: 'supplier', outside: 'supplier' };

/** «5 h 12 min», «40 min»: exact, because it stands in a sum. */
const sayMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  return [hours > 0 && `${hours} h`, (minutes % 60 > 0 || hours === 0) && `${minutes % 60} min`].filter(Boolean).join(' ');
};

/** Who held the case, minute by minute, as a sum that comes out. */
export function Held({ caseId }: { caseId: string }) {
  const texts = useTexts(heldTexts);
  const { data } = useRead(heldOfCase, { params: { id: caseId } });
  if (!data || data.milliseconds === 0) return null;
  const spans = data.parts.map(({ milliseconds }) => milliseconds);
  const total = Math.round(data.milliseconds / minute);
  const [minutes, shares] = [apportion(spans, total), apportion(spans, 100)];
  return (
    <Card title={texts.title}>
      <div className={css.bar} aria-hidden="true">
        {data.parts.map((part) => <span key={`${part.kind} ${part.id}`} data-tone={toneOf[part.kind]} style={{ flexGrow: part.milliseconds }} />)}
      </div>
      <table className={css.sum}>
        <caption className="unseen">{texts.caption}</caption>
        <thead className="unseen"><tr><th scope="col">{texts.who}</th><th scope="col">{texts.time}</th><th scope="col">{texts.share}</th></tr></thead>
        <tbody>
          {data.parts.map((part, place) => (
            <tr key={`${part.kind} ${part.id}`}>
              <th scope="row"><i data-tone={toneOf[part.kind]} aria-hidden="true" />{texts.holders[part.kind](part.name ?? '')}{part.closed >= minute && <span className="small muted"> {texts.closed(sayMinutes(Math.min(minutes[place] ?? 0, Math.round(part.closed / minute))))}</span>}</th>
              <td className="num">{sayMinutes(minutes[place] ?? 0)}</td>
              <td className="num muted">{shares[place]} %</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{texts.total}</th><td className="num">{sayMinutes(total)}</td><td className="num muted">100 %</td></tr></tfoot>
      </table>
      <p className="small faint">{texts.until} <When at={data.until} />. {texts.how}</p>
    </Card>
  );
}
