import type { ReactNode } from 'react';
import css from './Complaints.module.css';
import { sayCents } from '#base/cents.ts';
import { sayDate, sayFullDate } from '#calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { When } from '#ui/When.tsx';
import type { ComplaintView } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import type { Doing } from './doing.ts';
import { registerTexts } from './texts.ts';

interface KeptProps {
  found: ComplaintView;
  serves: boolean;
  onDoing: (doing: Doing) => void;
}

const Line = ({ children, about, acts }: { children: ReactNode; about: ReactNode; acts?: ReactNode }) => (
  <li className={css.line}><span>{children}</span><span className={css.about}>{about}</span>{acts && <span className={css.acts}>{acts}</span>}</li>
);

/** What is to be kept besides the answer: money, what changes in the house, what goes on elsewhere, what was asked of departments. */
export function Kept(props: KeptProps) {
  return <><Money {...props} /><Actions {...props} /><Escalations {...props} /><Asked {...props} /></>;
}

function Money({ found, serves, onDoing }: KeptProps) {
  const texts = useTexts(registerTexts);
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  if (found.term.indemnity === null && found.payments.length === 0 && found.answeredAt === null) return null;
  return (
    <Panel title={texts.parts.money} aside={serves && found.state !== 'annulled' && <Button onClick={() => onDoing({ act: 'pay' })}>{texts.acts.pay}</Button>}>
      <p className="muted">{found.indemnityCents > 0 ? <>{texts.owed}: <b className="num">{sayCents(found.indemnityCents, language)}</b> · </> : `${texts.nothingOwed} `}{texts.paid}: <b className="num">{sayCents(found.paidCents, language)}</b></p>
      <ul>
        {found.payments.map(({ id, what, cents, paidOn, reference, by }) => (
          <Line key={id} about={[sayDate(paidOn, language), reference, by].filter((part) => part !== null).join(' · ')} acts={serves && <Button look="quiet" onClick={() => onDoing({ act: 'withdraw', entryId: id, about: sayCents(cents, language) })}>{texts.acts.withdraw}<span className="unseen"> {sayCents(cents, language)}</span></Button>}>
            <b className="num">{sayCents(cents, language)}</b> {words.paidFor[what]}
          </Line>
        ))}
      </ul>
    </Panel>
  );
}

function Actions({ found, serves, onDoing }: KeptProps) {
  const texts = useTexts(registerTexts);
  const { language } = useLanguage();
  return (
    <Panel title={texts.parts.actions} aside={serves && found.state !== 'annulled' && <Button onClick={() => onDoing({ act: 'plan' })}>{texts.acts.plan}</Button>}>
      {found.actions.length === 0 && <p className="muted">{texts.noneYet}</p>}
      <ul>
        {found.actions.map(({ id, text, owner, dueOn, doneAt, how }) => (
          <Line
            key={id} about={<>{owner.name} · {doneAt === null ? <>{texts.dueOn} {sayFullDate(dueOn, language)}</> : <>{texts.doneAt} <When at={doneAt} />: {how}</>}</>}
            acts={serves && <>{doneAt === null && <Button onClick={() => onDoing({ act: 'actionDone', entryId: id, about: text })}>{texts.acts.actionDone}<span className="unseen"> {text}</span></Button>}<Button look="quiet" onClick={() => onDoing({ act: 'withdraw', entryId: id, about: text })}>{texts.acts.withdraw}<span className="unseen"> {text}</span></Button></>}
          >
            {text}
          </Line>
        ))}
      </ul>
    </Panel>
  );
}

function Escalations({ found, serves, onDoing }: KeptProps) {
  const texts = useTexts(registerTexts);
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  if (found.escalations.length === 0 && (found.answeredAt === null && !found.isOverdue)) return null;
  return (
    <Panel title={texts.parts.escalations} aside={serves && found.state !== 'annulled' && <Button onClick={() => onDoing({ act: 'escalate' })}>{texts.acts.escalate}</Button>}>
      {found.escalations.length === 0 && <p className="muted">{texts.noneYet}</p>}
      <ul>
        {found.escalations.map(({ id, to, body, on, reference, result, words: said }) => (
          <Line
            key={id} about={[words.bodies[to], sayDate(on, language), reference].filter((part) => part !== null).join(' · ')}
            acts={serves && <><Button onClick={() => onDoing({ act: 'ended', entryId: id, about: body })}>{texts.acts.ended}<span className="unseen"> {body}</span></Button><Button look="quiet" onClick={() => onDoing({ act: 'withdraw', entryId: id, about: body })}>{texts.acts.withdraw}<span className="unseen"> {body}</span></Button></>}
          >
            {body} {result !== null && <><Pill>{words.results[result]}</Pill> {said}</>}
          </Line>
        ))}
      </ul>
    </Panel>
  );
}

function Asked({ found }: KeptProps) {
  const texts = useTexts(registerTexts);
  if (found.requests.length === 0) return null;
  return (
    <Panel title={texts.parts.asked} tone="internal">
      <ul>
        {found.requests.map(({ id, department, question, dueAt, settledAt }) => (
          <Line key={id} about={settledAt === null ? <>{texts.noAnswer}, {texts.dueBy} <When at={dueAt} /></> : <>{texts.answered} <When at={settledAt} /></>}><b>{department}</b> {question}</Line>
        ))}
      </ul>
    </Panel>
  );
}
