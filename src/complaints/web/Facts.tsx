import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Complaints.module.css';
import { Moment } from '#calendar/web/Moment.tsx';
import { sayDate } from '#calendar/words.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Facts, Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import type { ComplaintView } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { toneOf } from './say.ts';
import { registerTexts } from './texts.ts';

const Named = ({ name, children }: { name: string; children: ReactNode }) => (children === null || children === '' ? null : <div><dt>{name}</dt><dd>{children}</dd></div>);

/** Where it stands: its state, until when, with whom, by which rule. */
export function Stands({ found }: { found: ComplaintView }) {
  const texts = useTexts(registerTexts);
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  const { facts } = texts;
  const { term } = found;
  return (
    <Panel title={texts.parts.stands}>
      <div className={css.body}>
        <Facts>
          <Pill tone={toneOf(found)}>{words.states[found.state]}</Pill>
          {found.outcome !== null && <Pill>{words.outcomes[found.outcome]}</Pill>}
          {found.withinTerm !== null && <Pill tone={found.withinTerm ? 'take' : 'boil'}>{found.withinTerm ? texts.inTime : texts.late}</Pill>}
          {found.isOverdue && <Pill tone="boil">{texts.late}</Pill>}
        </Facts>
        <dl className={css.facts}>
          <Named name={facts.due}><b className="num">{sayDate(found.dueOn, language)}</b></Named>
          <Named name={facts.firstDue}>{found.firstDueOn === found.dueOn ? null : sayDate(found.firstDueOn, language)}</Named>
          <Named name={facts.longest}>{found.longestOn === null || found.answeredAt !== null ? null : sayDate(found.longestOn, language)}</Named>
          <Named name={facts.responsible}>{found.responsible?.name ?? texts.nobody}</Named>
          <Named name={facts.department}>{found.department.name}</Named>
          <Named name={facts.sector}>{words.sectors[found.sector]}</Named>
          <Named name={facts.term}>{term.name[language]}: {words.days(term)}</Named>
          <Named name={facts.basis}>{term.basis[language]}</Named>
          <Named name={facts.next}>{term.nextBody?.[language] ?? null}</Named>
        </dl>
      </div>
    </Panel>
  );
}

/** Who complains, about what, how it came. */
export function About({ found }: { found: ComplaintView }) {
  const texts = useTexts(registerTexts);
  const words = useTexts(complaintWords);
  const { facts } = texts;
  const { details } = found;
  return (
    <Panel title={texts.parts.about}>
      <div className={css.body}>
        <dl className={css.facts}>
          <Named name={facts.complainant}>{details.complainant}</Named>
          <Named name={facts.behalf}>{details.onBehalfOf}</Named>
          <Named name={facts.contract}>{details.contractCode}</Named>
          <Named name={facts.product}>{details.product}</Named>
          <Named name={facts.topic}>{details.topic}</Named>
          <Named name={facts.subTopic}>{details.subTopic}</Named>
          <Named name={facts.severity}>{words.severities[details.severity]}</Named>
          <Named name={facts.received}><Moment at={found.receivedAt} as="label" /></Named>
          <Named name={facts.channel}>{words.channels[found.channel]}</Named>
          <Named name={facts.proof}>{found.proof}</Named>
          <Named name={facts.registered}><Moment at={found.registeredAt} as="label" />, {facts.by} {found.registeredBy}</Named>
          <Named name={facts.repeats}>{found.repeats === null ? null : <Link to={`/complaints/${found.repeats.id}`}>{found.repeats.label} {found.repeats.topic}</Link>}</Named>
        </dl>
        {found.others.length > 0 && (
          <div>
            <p className={css.about}>{texts.parts.others}</p>
            <ul>{found.others.map(({ id, label, topic }) => <li key={id}><Link to={`/complaints/${id}`}>{label} {topic}</Link></li>)}</ul>
          </div>
        )}
      </div>
    </Panel>
  );
}
