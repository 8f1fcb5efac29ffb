import { saySize } from '#base/say-size.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './incoming.module.css';
import { addressOf } from '#app/web/call.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { second } from '#base/clock.ts';
import type { OutputOf } from '#base/contract.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { Select } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { rawMailRoutes } from '../contract.ts';
import { useEvery } from './every.ts';
import { incomingTexts, sayReason } from './incoming-texts.ts';

type RawMail = OutputOf<typeof rawMailRoutes.list>['items'][number];

const states = ['quarantined', 'waiting', 'done'] as const;
type State = (typeof states)[number];

const listKey = `${rawMailRoutes.list.method} ${rawMailRoutes.list.path}`;


/** What became of a mail, in words, with a door for outcomes that are newer than these words. */
const useOutcome = () => {
  const { outcomes, otherOutcome } = useTexts(incomingTexts);
  const known = new Map<string, string>(Object.entries(outcomes));
  return (code: string): string => known.get(code) ?? otherOutcome(code);
};

function Reason({ reason }: { reason: string }) {
  const { what, next, quote } = sayReason(reason, useTexts(incomingTexts));
  return <p className={css.reason}><b>{what}</b> {next} {quote !== undefined && <code>{quote}</code>}</p>;
}

function MailEntry({ mail }: { mail: RawMail }) {
  const { language } = useLanguage();
  const texts = useTexts(incomingTexts);
  const client = useQueryClient();
  const say = useToast();
  const outcomeOf = useOutcome();
  const again = useAct(rawMailRoutes.again);
  const { id, receivedAt, via, size, mailbox, envelopeFrom, sender, subject, outcome, reason, caseId, state } = mail;
  const ways = new Map<string, string>(Object.entries(texts.via));
  const run = (): void =>
    again.mutate({ params: { id } }, {
      onSuccess: () => say({ words: texts.againDone }),
      onError: (error) => say({ words: error.words ?? error.message }),
      onSettled: () => client.invalidateQueries({ queryKey: [listKey] }),
    });
  return (
    <Entry
      title={sender ?? envelopeFrom ?? texts.unknownSender}
      acts={
        <>
          {state === 'quarantined' && <Button look="primary" loading={again.isPending} onClick={run}>{texts.again}</Button>}
          {caseId !== null && <Link to={`/cases/${caseId}`} className={buttonClass()}>{texts.case}</Link>}
          <a href={addressOf(rawMailRoutes.source.path, { params: { id } })} download className={buttonClass()}>{texts.source}</a>
        </>
      }
    >
      {subject !== null && <p><b>{subject}</b></p>}
      {reason !== null && <Reason reason={reason} />}
      {outcome !== null && <p>{outcomeOf(outcome)}</p>}
      <p><When at={receivedAt} />{mailbox !== null && ` ${texts.to} ${mailbox}`}; {ways.get(via) ?? via}; {saySize(size, language)}</p>
    </Entry>
  );
}

interface PageProps {
  state: State;
  outcome: string;
  before?: string;
}

/** Fifty of them, and the fifty before when they are asked for. */
function MailPage({ state, outcome, before }: PageProps) {
  const texts = useTexts(incomingTexts);
  const [more, setMore] = useState(false);
  const query = { state, ...(state === 'done' && { outcome }), ...(before !== undefined && { before }) };
  const list = useRead(rawMailRoutes.list, { query }, { watches: ['mail'] });
  useEvery(10 * second, () => list.refetch());
  const empty = texts.empty[state];
  return (
    <Ready of={list}>
      {({ items, next }) => (
        <>
          {items.length === 0 && before === undefined && <Empty title={empty.title}>{empty.words}</Empty>}
          {items.length > 0 && <Entries label={texts.list}>{items.map((mail) => <MailEntry key={mail.id} mail={mail} />)}</Entries>}
          {next !== null && !more && <div><Button onClick={() => setMore(true)}>{texts.more}</Button></div>}
          {next !== null && more && <MailPage state={state} outcome={outcome} before={next} />}
        </>
      )}
    </Ready>
  );
}

function Done() {
  const texts = useTexts(incomingTexts);
  const [outcome, setOutcome] = useState('set_aside');
  return (
    <div className={css.list}>
      <Select label={texts.outcome} value={outcome} onChange={(event) => setOutcome(event.target.value)} choices={Object.entries(texts.outcomes).map(([value, words]) => ({ value, words }))} />
      <MailPage key={outcome} state="done" outcome={outcome} />
    </div>
  );
}

/** The operator's page: nothing that came in is out of sight. */
export function IncomingMailScreen() {
  const texts = useTexts(incomingTexts);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { state?: unknown };
  const open = states.find((state) => state === search.state) ?? 'quarantined';
  const contents = (state: State) => (state === 'done' ? <Done /> : <div className={css.list}><MailPage state={state} outcome="" /></div>);
  return (
    <SettingsPage place="mail" lead={texts.lead} needs="administer" narrow>
      {() => (
        <Tabs
          label={texts.states}
          tabs={states.map((state) => ({ key: state, words: texts.tabs[state], children: contents(state) }))}
          value={open}
          onChange={(state) => void navigate({ to: '/settings/mail', search: { state }, replace: true })}
        />
      )}
    </SettingsPage>
  );
}
