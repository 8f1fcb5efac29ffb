import { Link } from '@tanstack/react-router';
import css from './mailbox.module.css';
import { useRead } from '#app/web/client.ts';
import { second } from '#base/clock.ts';
import { departmentRoutes } from '#people/contract.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { buttonClass } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { When } from '#ui/When.tsx';
import { mailboxRoutes, type MailboxView } from '../contract.ts';
import { useEvery } from './every.ts';
import { mailboxTexts } from './texts.ts';

/** How a mailbox is, in a word. */
export function MailboxPill({ mailbox: { imap, lastError, connectedAt } }: { mailbox: MailboxView }) {
  const { state } = useTexts(mailboxTexts);
  if (lastError !== null) return <Pill tone="hot">{state.trouble}</Pill>;
  if (imap === null) return <Pill>{state.forwarded}</Pill>;
  return connectedAt === null ? <Pill>{state.connecting}</Pill> : <Pill tone="take">{state.works}</Pill>;
}

/** How it is, in sentences: since when, the last mail, what is wrong and what to do. */
export function MailboxFacts({ mailbox, department }: { mailbox: MailboxView; department: string | undefined }) {
  const { state } = useTexts(mailboxTexts);
  const { connectedAt, lastMailAt, lastError, lastErrorAt, smtp } = mailbox;
  return (
    <>
      {lastError !== null && (
        <p className={css.trouble}>{lastError} {lastErrorAt !== null && <>({state.troubleSince} <When at={lastErrorAt} />)</>} {state.meanwhile}</p>
      )}
      <p>
        {connectedAt !== null && lastError === null && <>{state.since} <When at={connectedAt} />; </>}
        {lastMailAt === null ? state.noneYet : <>{state.last} <When at={lastMailAt} as="distance" /></>}
        {department !== undefined && `; ${state.to(department)}`}
      </p>
      {smtp === null && <p>{state.noSending}</p>}
    </>
  );
}

/** How long a change in a mailbox's state may go unseen here. */
export const lookAgain = 10 * second;

function Mailboxes() {
  const texts = useTexts(mailboxTexts);
  const list = useRead(mailboxRoutes.list, undefined, { watches: ['mailbox'] });
  const departments = useRead(departmentRoutes.list).data;
  useEvery(lookAgain, () => list.refetch());
  return (
    <Ready of={list}>
      {({ items }) => (items.length === 0 ? <Empty title={texts.empty.title} action={<AddLink />}>{texts.empty.words}</Empty> : (
        <Entries label={texts.list}>
          {items.map((mailbox) => (
            <Entry
              key={mailbox.id}
              title={<>{mailbox.address}<MailboxPill mailbox={mailbox} /></>}
              acts={<Link to={`/settings/mailboxes/${mailbox.id}`} className={buttonClass()}>{texts.change}<span className="unseen"> {mailbox.address}</span></Link>}
            >
              <MailboxFacts mailbox={mailbox} department={departments?.find(({ id }) => id === mailbox.departmentId)?.name} />
            </Entry>
          ))}
        </Entries>
      ))}
    </Ready>
  );
}

const AddLink = () => <Link to="/settings/mailboxes/new" className={buttonClass({ look: 'primary' })}>{useTexts(mailboxTexts).add}</Link>;

/** The mailboxes, each with how it is. */
export const MailboxesScreen = () => <SettingsPage place="mailboxes" narrow needs="administer" renderActs={() => <AddLink />}>{() => <Mailboxes />}</SettingsPage>;
