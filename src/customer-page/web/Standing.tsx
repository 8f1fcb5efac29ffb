import css from './CustomerPage.module.css';
import { Avatar } from '#ui/Avatar.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import type { CustomerPageView } from '../contract.ts';
import { customerPageTexts } from '../texts.ts';
import { sayAwaited } from '../words.ts';
import { Said, useSayBy, useSayWhen } from './Said.tsx';
import { pageTexts } from './texts.ts';

/** Who has the case: a person with a name, or the queue, said as it is. */
export function Who({ page }: { page: CustomerPageView }) {
  const texts = { ...useTexts(customerPageTexts), ...useTexts(pageTexts) };
  if (page.ownerName === null) {
    return page.isSolved ? null : <div><b>{texts.nobodyYet}</b><div className="small muted">{texts.inQueue}</div></div>;
  }
  return (
    <div className={css.who}>
      <Avatar name={page.ownerName} size="l" />
      <div><b>{texts.owner(page.ownerName)}</b><div className="small muted">{texts.toTheEnd}</div></div>
    </div>
  );
}

/** The box that answers the only question a customer comes with: when do I hear, and what is happening meanwhile. */
export function Next({ page }: { page: CustomerPageView }) {
  const texts = useTexts(customerPageTexts);
  const when = useSayWhen(page.timeZone);
  const by = useSayBy(page.timeZone);
  const now = useNow();
  const [first] = page.awaited;
  const { nextUpdateDueAt: dueAt, timeZone } = page;
  if (page.isSolved) {
    return <section className={`${css.next} ${css.solved}`}><b>{texts.solved}</b><span>{texts.solvedIntro}</span></section>;
  }
  const awaited = first && sayAwaited(first, texts, when);
  if (dueAt === null) return awaited ? <section className={css.next}><b>{awaited}</b></section> : null;
  if (new Date(dueAt) < now) {
    return (
      <section className={`${css.next} ${css.late}`}>
        <span className={css.label}>{texts.nextUpdate}</span>
        <b><Said at={dueAt} timeZone={timeZone}>{texts.nextUpdateLate(when(dueAt))}</Said></b>
        {awaited && <span>{awaited}</span>}
      </section>
    );
  }
  return (
    <section className={css.next}>
      <span className={css.label}>{texts.nextUpdate}</span>
      <b><Said at={dueAt} timeZone={timeZone}>{by(dueAt)}</Said></b>
      {awaited && <span>{awaited}</span>}
    </section>
  );
}
