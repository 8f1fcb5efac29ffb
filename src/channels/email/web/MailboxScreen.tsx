import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './mailbox.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import type { Me } from '#people/contract.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { mailboxRoutes, type MailboxView } from '../contract.ts';
import { MailboxFacts, MailboxPill } from './MailboxesScreen.tsx';
import { MailboxForm } from './MailboxForm.tsx';
import { mailboxTexts } from './texts.ts';

const listPath = '/settings/mailboxes';

function CloseMailbox({ mailbox }: { mailbox: MailboxView }) {
  const texts = useTexts(mailboxTexts).close;
  const client = useQueryClient();
  const navigate = useNavigate();
  const say = useToast();
  const close = useAct(mailboxRoutes.close);
  const [asking, setAsking] = useState(false);
  const act = (): void =>
    close.mutate({ params: { id: mailbox.id } }, {
      onSuccess: () => {
        say({ words: texts.done(mailbox.address) });
        void client.invalidateQueries({ queryKey: keyOf(mailboxRoutes.list) });
        void navigate({ to: listPath });
      },
    });
  return (
    <div className={css.end}>
      <Button look="danger" onClick={() => setAsking(true)}>{texts.act}</Button>
      <Confirm open={asking} onClose={() => setAsking(false)} title={texts.title(mailbox.address)} act={texts.act} onAct={act} pending={close.isPending} trouble={close.error}>
        {texts.words}
      </Confirm>
    </div>
  );
}

function Existing({ me, id, onSaved }: { me: Me; id: string; onSaved: () => void }) {
  const texts = useTexts(mailboxTexts);
  const list = useRead(mailboxRoutes.list, undefined, { watches: ['mailbox'] });
  return (
    <Ready of={list}>
      {({ items }) => {
        const mailbox = items.find((one) => one.id === id);
        if (!mailbox) return <Empty title={texts.gone}>{texts.back}</Empty>;
        return (
          <>
            <Panel title={mailbox.address} aside={<MailboxPill mailbox={mailbox} />}><MailboxFacts mailbox={mailbox} department={undefined} /></Panel>
            <Panel><MailboxForm key={mailbox.id} me={me} mailbox={mailbox} onSaved={onSaved} /></Panel>
            <CloseMailbox mailbox={mailbox} />
          </>
        );
      }}
    </Ready>
  );
}

/** One mailbox, or a new one at `/settings/mailboxes/new`. */
export function MailboxScreen() {
  const texts = useTexts(mailboxTexts);
  const navigate = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const isNew = id === 'new';
  const toList = (): void => void navigate({ to: listPath });
  return (
    <SettingsPage place="mailboxes" title={isNew ? texts.new : texts.one} narrow needs="administer" back={<Link to={listPath}>← {texts.back}</Link>}>
      {(me) => (isNew ? <Panel><MailboxForm me={me} onSaved={toList} /></Panel> : <Existing me={me} id={id} onSaved={toList} />)}
    </SettingsPage>
  );
}
