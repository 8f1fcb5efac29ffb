import css from './OpportunityPage.module.css';
import { useLinkedPage } from '#app/web/asking.ts';
import { call } from '#app/web/call.ts';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Loading, NotThere } from '#ui/states.tsx';
import { concludeOnPage, letGoOnOpportunityPage, markRead, readOpportunityPage, takeOnOpportunityPage, type OpportunityPageView } from '../contract/page.ts';
import type { Sends } from './answered.ts';
import { Answering } from './Answering.tsx';
import { OpportunityFacts } from './OpportunityFacts.tsx';
import { opportunityPageTexts } from './page-texts.ts';
import { sayState } from './say.ts';
import { opportunityTexts } from './texts.ts';

const titleOf = ({ department, company }: OpportunityPageView): string => `${department.name} · ${company}`;

/** What was handed to a department, and where it says who has it and what came of it. Nobody needs an account. */
export function OpportunityPage({ link }: { link: string }) {
  const { data, error, again, take } = useLinkedPage({ link, read: readOpportunityPage, opened: markRead, titleOf });
  const texts = useTexts(opportunityPageTexts);
  if (!data) return error ? <NotThere error={error} onRetry={again} {...texts} /> : <Loading shape="panel" rows={2} />;
  return <Sheet view={data} token={link} onAnswered={take} />;
}

const sendsByLink = (token: string, onAnswered: (view: OpportunityPageView) => void): Sends => {
  const params = { token };
  return {
    take: async (body) => onAnswered(await call(takeOnOpportunityPage, { params, body })),
    letGo: async () => onAnswered(await call(letGoOnOpportunityPage, { params })),
    conclude: async (body) => onAnswered(await call(concludeOnPage, { params, body })),
  };
};

function Sheet({ view, token, onAnswered }: { view: OpportunityPageView; token: string; onAnswered: (view: OpportunityPageView) => void }) {
  const texts = useTexts(opportunityPageTexts);
  const words = useTexts(opportunityTexts);
  const { words: state, tone } = sayState(view, words);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p className="small muted">{texts.heading(view.company, view.department.name)} · <span className="num">O-{view.number}</span></p>
        <h1>{words.kinds[view.kind]}</h1>
        <p><Pill tone={tone}>{state}</Pill></p>
      </header>
      <OpportunityFacts view={view} timeZone={view.timeZone} />
      {view.outcomeAt !== null && <p className={css.done} role="status">{texts.done}</p>}
      <Answering view={view} sends={sendsByLink(token, onAnswered)} asksName={view.asksName} isMine={false} />
      <p className="small muted">{texts.rest(view.seenBy)}</p>
    </div>
  );
}
