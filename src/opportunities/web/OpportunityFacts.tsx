import css from './Answering.module.css';
import { sayCents } from '#base/cents.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import type { OpportunityPageView } from '../contract/page.ts';
import { opportunityTexts } from './texts.ts';

type Shown = Pick<OpportunityPageView,
  'kind' | 'words' | 'customer' | 'valueCents' | 'handedOverAt' | 'dueAt' | 'isLate' | 'state' | 'takenBy' | 'wonCents' | 'lostReason' | 'outcomeWords' | 'outcomeBy' | 'outcomeAt' | 'readBy' | 'caseNumber'> & { seenBy: string };

const settled: readonly Shown['state'][] = ['won', 'lost', 'nothing_came_of_it', 'taken_back'];

/** An address or a number; a long address breaks behind its @, not within a word. */
function Reach({ way }: { way: string }) {
  const [local = '', domain] = way.split(/(?<=.@)/u);
  return <div className="num">{local}{domain !== undefined && <><wbr />{domain}</>}</div>;
}

/** What there is to know about one: the words first, then who it is, what it may be worth, by when, and what came of it. */
export function OpportunityFacts({ view, timeZone }: { view: Shown; timeZone?: string }) {
  const texts = useTexts(opportunityTexts);
  const { language } = useLanguage();
  const zone = timeZone === undefined ? {} : { timeZone };
  const { customer, outcomeAt } = view;
  const open = !settled.includes(view.state);
  return (
    <>
      <blockquote className={css.quote} aria-label={texts.said}>{view.words}</blockquote>
      {open && view.isLate && <p className={css.late}>{texts.late}</p>}
      <dl className={css.facts}>
        {customer !== null && <><dt>{texts.who}</dt><dd>{[customer.name, customer.company].filter((one) => one !== null).join(', ')}{customer.reach.map((way) => <Reach key={way} way={way} />)}</dd></>}
        <dt>{texts.worth}</dt><dd className="num">{view.valueCents === null ? texts.unknownWorth : sayCents(view.valueCents, language)}</dd>
        {open && <><dt>{view.takenBy === null ? texts.dueTaking : texts.dueOutcome}</dt><dd><Moment at={view.dueAt} {...zone} by /></dd></>}
        <dt>{texts.handedOver}</dt><dd><Moment at={view.handedOverAt} {...zone} as="label" /> · {texts.seenBy(view.seenBy)} · <span className="num">{texts.case(view.caseNumber)}</span></dd>
        {view.readBy !== null && open && view.takenBy === null && <><dt>{texts.readBy('').trim()}</dt><dd>{view.readBy}</dd></>}
        {outcomeAt !== null && view.outcomeBy !== null && (
          <>
            <dt>{texts.how}</dt>
            <dd>
              <b>{view.kind === 'product_idea' && (view.state === 'won' || view.state === 'lost') ? texts.ideaStates[view.state] : texts.states[view.state]}{view.wonCents !== null && <span className="num">, {sayCents(view.wonCents, language)}</span>}{view.lostReason !== null && `: ${texts.reasons[view.lostReason]}`}</b>
              {view.outcomeWords !== null && <div>{view.outcomeWords}</div>}
              <div className="small muted">{texts.outcomeBy(view.outcomeBy)}, <Moment at={outcomeAt} {...zone} as="label" /></div>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
