import { useState } from 'react';
import css from './Webhooks.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { listDeliveries, readDelivery, sendAgain, type DeliveryRow, type DeliveryState } from '../contract.ts';
import { webhookTexts } from './texts.ts';

const tones: Readonly<Record<DeliveryState, Tone>> = { delivered: 'take', waiting: 'warm', given_up: 'boil' };

/** What is sent, every attempt, and what the other side said to it. */
function Delivery({ id }: { id: string }) {
  const texts = useTexts(webhookTexts);
  const say = useToast();
  const found = useRead(readDelivery, { params: { id } }, { watches: ['webhook'] });
  const again = useAct(sendAgain);
  const send = () => again.mutate({ params: { id } }, { onSuccess: () => say({ words: texts.sentAgain }), onError: ({ words }) => words && say({ words }) });
  return (
    <Ready of={found}>
      {({ body, log }) => (
        <div className={css.log}>
          <b>{texts.body}</b>
          <pre className={css.body}>{body}</pre>
          {log.length > 0 && <b>{texts.history}</b>}
          {log.map(({ at, status, trouble, milliseconds, answer }) => (
            <div key={at}>
              <p className="small"><When at={at} /> · {status === null ? trouble : texts.answered(status)} · <span className="num">{texts.took(milliseconds)}</span></p>
              {status !== null && (answer === '' ? <p className="small muted">{texts.noAnswer}</p> : <pre className={css.body} aria-label={texts.answer}>{answer}</pre>)}
            </div>
          ))}
          <div><Button loading={again.isPending} onClick={send}>{texts.again}</Button></div>
        </div>
      )}
    </Ready>
  );
}

function Row({ row }: { row: DeliveryRow }) {
  const texts = useTexts(webhookTexts);
  const [open, setOpen] = useState(false);
  const said = [texts.attempts(row.attempts), ...(row.status !== null ? [texts.answered(row.status)] : []), ...(row.trouble !== null ? [row.trouble] : [])];
  return (
    <li>
      <div className={css.line}><code className={css.code}>{row.kind}</code><Pill tone={tones[row.state]}>{texts.deliveryStates[row.state]}</Pill></div>
      <div className={css.line}>
        <span className="small muted"><When at={row.createdAt} /> · {said.join(' · ')}{row.nextAttemptAt !== null && row.attempts > 0 && <> · {texts.nextAttempt} <When at={row.nextAttemptAt} /></>}</span>
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>{texts.look}<span className="unseen"> {row.kind}</span></Button>
      </div>
      {open && <Delivery id={row.id} />}
    </li>
  );
}

/** What was sent to one program in the last thirty days, the latest first. */
export function DeliveryLog({ webhookId }: { webhookId: string }) {
  const texts = useTexts(webhookTexts);
  const [which, setWhich] = useState<'all' | 'not_delivered'>('all');
  const [before, setBefore] = useState<readonly DeliveryRow[]>([]);
  const last = before.at(-1)?.id;
  const list = useRead(listDeliveries, { params: { id: webhookId }, query: { which, ...(last !== undefined && { before: last }) } }, { watches: ['webhook'] });
  const choose = (to: typeof which): void => {
    setBefore([]);
    setWhich(to);
  };
  return (
    <div className={css.log}>
      <div className={css.which} role="group" aria-label={texts.which}>
        <Button look={which === 'all' ? 'primary' : 'plain'} aria-pressed={which === 'all'} onClick={() => choose('all')}>{texts.all}</Button>
        <Button look={which === 'not_delivered' ? 'primary' : 'plain'} aria-pressed={which === 'not_delivered'} onClick={() => choose('not_delivered')}>{texts.notDelivered}</Button>
      </div>
      <Ready of={list}>
        {({ items, next }) => {
          const all = [...before, ...items];
          if (all.length === 0) return <Empty title={texts.logNone.title}>{texts.logNone.words}</Empty>;
          return (
            <>
              <ul className={css.rows}>{all.map((row) => <Row key={row.id} row={row} />)}</ul>
              {next !== null && <div><Button onClick={() => setBefore(all)}>{texts.more}</Button></div>}
            </>
          );
        }}
      </Ready>
    </div>
  );
}
