import { useState } from 'react';
import css from './heard.module.css';
import { addressOf } from '#app/web/call.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { deliveryRoutes, type DeliveryView } from '../../contract.ts';
import { heardScreenTexts } from './texts.ts';

const sayReason = (reason: string, texts: (typeof heardScreenTexts)['it']['aside']): string => {
  if (reason === 'not_json') return texts.notJson;
  return reason.startsWith('shape') ? texts.shape(reason.slice(6)) : texts.other(reason);
};

function Delivery({ delivery: { id, source, webhookId, receivedAt, reason } }: { delivery: DeliveryView }) {
  const texts = useTexts(heardScreenTexts).aside;
  const say = useToast();
  const again = useAct(deliveryRoutes.again);
  return (
    <Entry
      title={source.name}
      acts={
        <>
          <Button look="primary" loading={again.isPending} onClick={() => again.mutate({ params: { id } }, { onSuccess: () => say({ words: texts.againDone }) })}>{texts.again}</Button>
          <a className={buttonClass()} href={addressOf(deliveryRoutes.body.path, { params: { id } })} download>{texts.body}</a>
        </>
      }
    >
      <p>{reason !== null && sayReason(reason, texts)}</p>
      <p><When at={receivedAt} />; <code>{webhookId}</code></p>
      <Problem of={again.error} />
    </Entry>
  );
}

function DeliveryPage({ before }: { before?: string }) {
  const texts = useTexts(heardScreenTexts).aside;
  const [more, setMore] = useState(false);
  const list = useRead(deliveryRoutes.list, { query: { state: 'quarantined', ...(before !== undefined && { before }) } }, { watches: ['heard'] });
  return (
    <Ready of={list}>
      {({ items, next }) => (
        <>
          {items.length === 0 && before === undefined && <Empty title={texts.none.title}>{texts.none.words}</Empty>}
          {items.length > 0 && <Entries label={texts.list}>{items.map((one) => <Delivery key={one.id} delivery={one} />)}</Entries>}
          {next !== null && !more && <div><Button onClick={() => setMore(true)}>{texts.more}</Button></div>}
          {next !== null && more && <DeliveryPage before={next} />}
        </>
      )}
    </Ready>
  );
}

/** What programs sent and nobody could read: it waits here, as it came. */
export function AsideList() {
  const texts = useTexts(heardScreenTexts).aside;
  return (
    <div className={css.stack}>
      <p className={css.lead}>{texts.lead}</p>
      <DeliveryPage />
    </div>
  );
}
