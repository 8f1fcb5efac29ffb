import { useState } from 'react';
import css from './Webhooks.module.css';
import { useQueryClient } from '@tanstack/react-query';
import { after } from '#app/web/after.ts';
import { keyOf, useAct, useRead, type ApiError } from '#app/web/client.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { bringBackWebhook, listWebhooks, removeWebhook, renewSecret, sendTest, switchOff, switchOn, type WebhookView } from '../contract.ts';
import { DeliveryLog } from './DeliveryLog.tsx';
import { webhookTexts } from './texts.ts';
import { Secret, WebhookForm } from './WebhookForm.tsx';

type Opened = { readonly what: 'add' } | { readonly what: 'change' | 'log'; readonly id: string } | { readonly what: 'secret'; readonly secret: string };

const stateOf = ({ offAt, failingSince, lastDeliveredAt }: WebhookView): { state: 'works' | 'off' | 'failing' | 'waiting'; tone: Tone } => {
  if (offAt !== null) return { state: 'off', tone: 'leave' };
  if (failingSince !== null) return { state: 'failing', tone: 'hot' };
  return lastDeliveredAt === null ? { state: 'waiting', tone: 'plain' } : { state: 'works', tone: 'take' };
};

const useListAgain = () => {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keyOf(listWebhooks) });
};

/** What can be done with one of them; removing it can be undone, a new secret cannot and is asked about. */
function Acts({ webhook, onOpen }: { webhook: WebhookView; onOpen: (opened: Opened) => void }) {
  const texts = useTexts(webhookTexts);
  const say = useToast();
  const again = useListAgain();
  const [asking, setAsking] = useState(false);
  const [test, renew, off, on, remove, back] = [useAct(sendTest), useAct(renewSecret), useAct(switchOff), useAct(switchOn), useAct(removeWebhook), useAct(bringBackWebhook)];
  const { id, description } = webhook;
  const params = { id };
  const refused = ({ words }: Pick<ApiError, 'words'>) => words && say({ words });
  const done = (words: string, undo?: () => void) => (): void => {
    say({ words, ...(undo && { undo }) });
    again();
  };
  const bring = () => after(back.mutateAsync({ params }), done(texts.broughtBack(description)), (words) => words && say({ words }));
  const of = <span className="unseen"> {description}</span>;
  const renewed = ({ secret }: { secret: string }): void => {
    setAsking(false);
    again();
    onOpen({ what: 'secret', secret });
  };
  return (
    <>
      <Button onClick={() => onOpen({ what: 'log', id })}>{texts.log}{of}</Button>
      {webhook.offAt === null && <Button loading={test.isPending} onClick={() => test.mutate({ params }, { onSuccess: done(texts.tested), onError: refused })}>{texts.test}{of}</Button>}
      <Button onClick={() => onOpen({ what: 'change', id })}>{texts.change}{of}</Button>
      <Button onClick={() => setAsking(true)}>{texts.renew}{of}</Button>
      {webhook.offAt === null
        ? <Button loading={off.isPending} onClick={() => off.mutate({ params }, { onSuccess: done(texts.wentOff, () => on.mutate({ params }, { onSuccess: done(texts.wentOn) })), onError: refused })}>{texts.off}{of}</Button>
        : <Button look="primary" loading={on.isPending} onClick={() => on.mutate({ params }, { onSuccess: done(texts.wentOn), onError: refused })}>{texts.on}{of}</Button>}
      <Button look="quiet" loading={remove.isPending} onClick={() => after(remove.mutateAsync({ params }), done(texts.removed(description), bring), (words) => words && say({ words }))}>{texts.remove}{of}</Button>
      <Confirm open={asking} onClose={() => setAsking(false)} title={texts.renewTitle} act={texts.renew} onAct={() => renew.mutate({ params }, { onSuccess: renewed })} pending={renew.isPending} trouble={renew.error}>{texts.renewWords}</Confirm>
    </>
  );
}

function Listed({ webhook, onOpen }: { webhook: WebhookView; onOpen: (opened: Opened) => void }) {
  const texts = useTexts(webhookTexts);
  const { state, tone } = stateOf(webhook);
  const counts = [texts.chosen(webhook.kinds.length), ...(webhook.waiting > 0 ? [texts.waitingCount(webhook.waiting)] : []), ...(webhook.givenUp > 0 ? [texts.givenUp(webhook.givenUp)] : [])];
  return (
    <Entry title={<>{webhook.description} <Pill tone={tone}>{texts.states[state]}</Pill></>} acts={<Acts webhook={webhook} onOpen={onOpen} />}>
      <p className={css.code}>{webhook.url}</p>
      <p>{counts.join(' · ')}{webhook.lastDeliveredAt !== null && <> · {texts.lastArrived} <When at={webhook.lastDeliveredAt} /></>}</p>
      {webhook.offBecause !== null && <p>{texts.offBecause[webhook.offBecause]}</p>}
      {webhook.offAt === null && webhook.failingSince !== null && <p>{texts.failingSince} <When at={webhook.failingSince} /></p>}
      {webhook.formerSecretUntil !== null && <p>{texts.oldSecret} <When at={webhook.formerSecretUntil} />.</p>}
    </Entry>
  );
}

/** Programs of others that hear what happens here: which, of what, and whether it arrives. */
export function WebhooksScreen() {
  const texts = useTexts(webhookTexts);
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <SettingsPage place="webhooks" needs="administer" narrow renderActs={() => <Button look="primary" onClick={() => setOpened({ what: 'add' })}>{texts.add}</Button>}>
      {() => <Webhooks opened={opened} onOpen={setOpened} />}
    </SettingsPage>
  );
}

function Webhooks({ opened, onOpen }: { opened: Opened | null; onOpen: (opened: Opened | null) => void }) {
  const texts = useTexts(webhookTexts);
  const list = useRead(listWebhooks, undefined, { watches: ['webhook'] });
  const found = opened !== null && 'id' in opened ? list.data?.items.find(({ id }) => id === opened.id) : undefined;
  const close = () => onOpen(null);
  const titles = { add: texts.add, change: found?.description ?? '', log: texts.logTitle(found?.description ?? ''), secret: texts.renew };
  return (
    <>
      <Ready of={list}>
        {({ items }) => items.length === 0 ? <Empty title={texts.none.title}>{texts.none.words}</Empty> : (
          <Entries label={texts.list}>{items.map((webhook) => <Listed key={webhook.id} webhook={webhook} onOpen={onOpen} />)}</Entries>
        )}
      </Ready>
      <Drawer open={opened !== null} onClose={close} title={opened === null ? '' : titles[opened.what]}>
        {opened?.what === 'add' && <WebhookForm onDone={close} />}
        {opened?.what === 'change' && found && <WebhookForm key={found.id} found={found} onDone={close} />}
        {opened?.what === 'log' && found && <DeliveryLog webhookId={found.id} />}
        {opened?.what === 'secret' && <Secret secret={opened.secret} onDone={close} />}
      </Drawer>
    </>
  );
}
