import { useState } from 'react';
import css from './Complaints.module.css';
import { sayCents } from '#base/cents.ts';
import { addressOf } from '#app/web/call.ts';
import { useRead } from '#app/web/client.ts';
import { buttonClass } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Panel } from '#ui/Panel.tsx';
import { Ready } from '#ui/Ready.tsx';
import { exportComplaints, exportStatistics, readStatistics, type Statistics } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { dayOf } from './say.ts';
import { registerTexts } from './texts.ts';

/** What an authority asks of a period: the figures to look at, both tables to take along. */
export function Period() {
  const texts = useTexts(registerTexts).period;
  const { language } = useLanguage();
  const today = dayOf(useNow());
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  const period = { from: chosen.from ?? `${today.slice(0, 4)}-01-01`, to: chosen.to ?? today };
  const isPeriod = period.from !== '' && period.to !== '' && period.from <= period.to;
  const statistics = useRead(readStatistics, { query: period }, { watches: ['complaint'], on: isPeriod });
  const query = { ...period, lang: language };
  return (
    <Panel title={texts.title} aside={isPeriod && <span className={css.acts}><a className={buttonClass({})} href={addressOf(exportComplaints.path, { query })} download>{texts.register}</a><a className={buttonClass({})} href={addressOf(exportStatistics.path, { query })} download>{texts.figures}</a></span>}>
      <div className={css.body}>
        <p className="muted">{texts.about}</p>
        <div className={css.dates}>
          <TextInput label={texts.from} type="date" value={period.from} max={period.to} onChange={(event) => setChosen({ ...chosen, from: event.target.value })} />
          <TextInput label={texts.to} type="date" value={period.to} error={isPeriod ? undefined : texts.wrong} onChange={(event) => setChosen({ ...chosen, to: event.target.value })} />
        </div>
        {isPeriod && <Ready of={statistics}>{(found) => <Figures found={found} />}</Ready>}
      </div>
    </Panel>
  );
}

function Figures({ found }: { found: Statistics }) {
  const texts = useTexts(registerTexts).period;
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  const mean = found.meanDays === null ? texts.unknown : texts.days(Math.round(found.meanDays * 10) / 10);
  const outcomes = (['upheld', 'partly', 'rejected', 'settled'] as const).filter((outcome) => found.outcomes[outcome] > 0).map((outcome) => `${words.outcomes[outcome]} ${found.outcomes[outcome]}`);
  const all: readonly (readonly [string, string])[] = [
    [texts.received, String(found.received)], [texts.answered, String(found.answered)], [texts.within, String(found.withinTerm)], [texts.open, String(found.open)], [texts.overdue, String(found.overdue)],
    [texts.mean, mean], [texts.interims, String(found.interims)], [texts.escalated, String(found.escalated)], [texts.paid, sayCents(found.paidCents, language)],
  ];
  return (
    <>
      <dl className={css.figures}>{all.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="num">{value}</dd></div>)}</dl>
      {outcomes.length > 0 && <p className="small muted">{texts.outcomes}: {outcomes.join(', ')}</p>}
    </>
  );
}
