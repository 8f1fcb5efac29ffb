import { useState } from 'react';
import css from './PromisesScreen.module.css';
import { useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Empty, Loading } from '#ui/states.tsx';
import { listPromises } from '../contract.ts';
import { KeepingPanel } from './KeepingPanel.tsx';
import { PromiseRow } from './PromiseRow.tsx';
import { promisesTexts } from './texts.ts';

const groups = ['broken', 'inDanger', 'today', 'later'] as const;
type Whose = 'mine' | 'all';

/** What we promised: what is broken first, then what is in danger, then today, then later. */
export function PromisesScreen() {
  const texts = useTexts(promisesTexts);
  const [whose, setWhose] = useState<Whose>('mine');
  const { data, error, refetch } = useRead(listPromises, { query: { whose } }, { watches: ['case', 'promise'] });
  const isEmpty = data !== undefined && groups.every((group) => data[group].length === 0);
  return (
    <Page title={texts.title} lead={texts.lead} acts={<WhoseChoice whose={whose} onChange={setWhose} />}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={5} />}
      {isEmpty && (
        <Empty title={texts.empty.title} action={whose === 'mine' && <Button onClick={() => setWhose('all')}>{texts.seeAll}</Button>}>
          {whose === 'mine' ? texts.emptyMine : texts.empty.words}
        </Empty>
      )}
      <div className={css.groups}>
        {data && groups.filter((group) => data[group].length > 0).map((group) => (
          <section key={group} className={css.group} aria-labelledby={`promises-${group}`}>
            <header>
              <h2 id={`promises-${group}`}>{texts.groups[group]}<b className="num">{data[group].length}</b></h2>
              {texts.about[group] !== '' && <p className="small muted">{texts.about[group]}</p>}
            </header>
            <ul className={css.list}>{data[group].map((promise) => <PromiseRow key={promise.id} promise={promise} />)}</ul>
          </section>
        ))}
      </div>
      {data?.more && <p className="muted">{texts.more}</p>}
      <KeepingPanel />
    </Page>
  );
}

function WhoseChoice({ whose, onChange }: { whose: Whose; onChange: (whose: Whose) => void }) {
  const texts = useTexts(promisesTexts);
  return (
    <fieldset className={css.which}>
      <legend className="unseen">{texts.whose}</legend>
      {(['mine', 'all'] as const).map((one) => (
        <label key={one}><input type="radio" name="whose" value={one} checked={whose === one} onChange={() => onChange(one)} />{texts[one]}</label>
      ))}
    </fieldset>
  );
}

/** What a customer has been promised and still waits for. */
export function PromisesOfCustomer({ id }: { id: string }) {
  const texts = useTexts(promisesTexts);
  const { data, error } = useRead(listPromises, { query: { whose: 'all' } }, { watches: ['case', 'promise'] });
  const own = data ? groups.flatMap((group) => data[group]).filter((promise) => promise.case.customer.id === id) : [];
  return (
    <Panel title={texts.ofCustomer}>
      <Problem of={error} />
      {data && own.length === 0 && <p className="muted">{texts.noneOfCustomer}</p>}
      {own.length > 0 && <ul className={css.list}>{own.map((promise) => <PromiseRow key={promise.id} promise={promise} />)}</ul>}
    </Panel>
  );
}
