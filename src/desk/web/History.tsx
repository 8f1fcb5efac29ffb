import { useState } from 'react';
import css from './History.module.css';
import { call, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { Loading, Refused } from '#ui/states.tsx';
import { When } from '#ui/When.tsx';
import { readHistory, type HistoryEntry } from '../contract.ts';
import { historyTexts, type HistorySay } from '../texts.ts';
import { caseTexts } from './texts/case.ts';

/** An event as a sentence. */
const sayEntry = (entry: HistoryEntry, texts: (typeof historyTexts)['it'], say: HistorySay): string => {
  // Each kind is paired with its own data by construction; the compiler cannot follow a pair through an index.
  const sentence = texts[entry.kind] as (data: HistoryEntry['data'], say: HistorySay) => string;
  return sentence(entry.data, say);
};

/** What happened to the case, the latest first, as sentences: nothing of it can be changed afterwards. */
export function History({ caseId }: { caseId: string }) {
  const texts = useTexts(caseTexts);
  const sentences = useTexts(historyTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { data, error } = useRead(readHistory, { params: { id: caseId }, query: {} });
  const [earlier, setEarlier] = useState<{ items: readonly HistoryEntry[]; next: number | null } | null>(null);
  const [loading, setLoading] = useState(false);
  const next = earlier === null ? (data?.next ?? null) : earlier.next;
  const more = async () => {
    if (next === null) return;
    setLoading(true);
    const page = await call(readHistory, { params: { id: caseId }, query: { before: next } }).finally(() => setLoading(false));
    setEarlier((before) => ({ items: [...(before?.items ?? []), ...page.items], next: page.next }));
  };
  if (error?.words) return <div className={css.history}><Refused>{error.words}</Refused></div>;
  if (data === undefined) return <div className={css.history}><Loading shape="text" rows={10} /></div>;
  const items = [...data.items, ...(earlier?.items ?? [])];
  const when = (at: string): string => sayWhen(new Date(at), now, { language });
  return (
    // What scrolls must be reachable by the keyboard that scrolls it (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.history} role="region" aria-label={texts.history} tabIndex={0}>
      <h2 className="unseen">{texts.historyTitle}</h2>
      {items.length === 0 && <p className="muted">{texts.historyEmpty}</p>}
      <ol className={css.events}>
        {items.map((entry) => (
          <li key={entry.id} className={css.event}><span className={css.at}><When at={entry.at} /></span><span>{sayEntry(entry, sentences, { who: entry.actor.name, when })}</span></li>
        ))}
      </ol>
      {next !== null && <Button loading={loading} onClick={() => void more()}>{texts.historyMore}</Button>}
    </div>
  );
}
