import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayCents } from '#base/cents.ts';
import settings from '#people/web/settings/settings.module.css';
import { keyOf, useRead } from '#app/web/client.ts';
import { sayFullDate } from '#calendar/words.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { listTerms, type TermView } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { TermForm } from './TermForm.tsx';
import { termTexts } from './texts.ts';

/** Within how long complaints are answered, by sector. Administrators add versions; nothing is ever rewritten. */
export function TermsScreen() {
  const texts = useTexts(termTexts);
  const say = useToast();
  const client = useQueryClient();
  const list = useRead(listTerms);
  const [from, setFrom] = useState<TermView | 'new' | null>(null);
  const done = (): void => {
    say({ words: texts.saved });
    setFrom(null);
    void client.invalidateQueries({ queryKey: keyOf(listTerms) });
  };
  return (
    <SettingsPage place="complaint-terms" narrow needs="serve" renderActs={(me) => me.may.administer && <Button look="primary" onClick={() => setFrom('new')}>{texts.add}</Button>}>
      {(me) => (
        <>
          <p className="muted">{texts.how}</p>
          <Ready of={list}>
            {({ items }) => ([[texts.list, items.filter(({ isInForce }) => isInForce)], [texts.earlier, items.filter(({ isInForce }) => !isInForce)]] as const).map(([title, terms]) => terms.length > 0 && (
              <section key={title} className={settings['section']}>
                <h2>{title}</h2>
                <Entries label={title}>{terms.map((term) => <Listed key={term.id} term={term} onVersion={me.may.administer ? () => setFrom(term) : undefined} />)}</Entries>
              </section>
            ))}
          </Ready>
          <Drawer open={from !== null} onClose={() => setFrom(null)} title={texts.title}>
            {from !== null && <TermForm key={from === 'new' ? from : from.id} from={from === 'new' ? undefined : from} onDone={done} />}
          </Drawer>
        </>
      )}
    </SettingsPage>
  );
}

function Listed({ term, onVersion }: { term: TermView; onVersion: (() => void) | undefined }) {
  const texts = useTexts(termTexts);
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  const name = `${words.sectors[term.sector]}: ${term.name[language]}`;
  const { indemnity } = term;
  return (
    <Entry title={<>{name}<Pill>{words.days(term)}</Pill></>} acts={onVersion && <Button onClick={onVersion}>{texts.version}<span className="unseen"> {name}</span></Button>}>
      <p>{term.basis[language]}. {term.longestDays === null ? texts.noInterim : texts.interim(words.days({ days: term.longestDays, counts: term.counts }))}</p>
      {indemnity !== null && <p>{texts.indemnity(sayCents(indemnity.cents, language), indemnity.doublesBeyond, indemnity.triplesBeyond)}</p>}
      {term.nextBody !== null && <p>{texts.next(term.nextBody[language])}</p>}
      <p className="muted">{texts.since(sayFullDate(term.validFrom, language))}{term.validTo !== null && `, ${texts.until(sayFullDate(term.validTo, language))}`}, {term.addedBy === null ? texts.fromProgram : texts.addedBy(term.addedBy)}</p>
    </Entry>
  );
}
