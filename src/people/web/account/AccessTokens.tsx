import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './account.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Ready } from '#ui/Ready.tsx';
import { When } from '#ui/When.tsx';
import { accessTokenRoutes, type AccessTokenView } from '../../contract.ts';
import { accountTexts } from '../texts/account.ts';

/** Choices a person makes once and forgets: the shortest that does the job stands first. */
const lives = [30, 90, 366] as const;

interface Made {
  name: string;
  token: string;
}

function MakeKey({ onMade }: { onMade: (made: Made) => void }) {
  const texts = useTexts(accountTexts).keys;
  const make = useAct(accessTokenRoutes.make);
  const form = useForm({ name: '', scope: 'read', days: '90' }, make.error);
  const submit = (): void => {
    if (make.isPending) return;
    const { name, scope, days } = form.values;
    make.mutate({ body: { name, scope: scope === 'write' ? 'write' : 'read', days: Number(days) } }, {
      onSuccess: ({ accessToken, token }) => {
        form.put({ name: '' });
        onMade({ name: accessToken.name, token });
      },
    });
  };
  return (
    <FormSheet label={texts.act} onSubmit={submit} trouble={make.error} shows={['name', 'scope', 'days']} acts={<Button type="submit" look="primary" loading={make.isPending}>{texts.act}</Button>}>
      <TextInput {...form.text('name')} label={texts.name} description={texts.nameAbout} autoComplete="off" />
      <Pair>
        <Select {...form.text('scope')} label={texts.scope} choices={(['read', 'write'] as const).map((value) => ({ value, words: texts.scopes[value] }))} />
        <Select {...form.text('days')} label={texts.days} choices={lives.map((days) => ({ value: String(days), words: days === 366 ? texts.year : texts.dayCount(days) }))} />
      </Pair>
    </FormSheet>
  );
}

function KeyEntry({ accessToken }: { accessToken: AccessTokenView }) {
  const texts = useTexts(accountTexts).keys;
  const client = useQueryClient();
  const revoke = useAct(accessTokenRoutes.revoke);
  const [asking, setAsking] = useState(false);
  const { id, name, scope, expiresAt, lastUsedAt } = accessToken;
  const act = (): void => revoke.mutate({ params: { id } }, { onSuccess: () => client.invalidateQueries({ queryKey: keyOf(accessTokenRoutes.list) }) });
  return (
    <Entry title={name} acts={<Button onClick={() => setAsking(true)}>{texts.revoke}<span className="unseen"> {name}</span></Button>}>
      {texts.scopes[scope]}; {texts.until} <When at={expiresAt} as="day" />; {lastUsedAt === null ? texts.neverUsed : <>{texts.used} <When at={lastUsedAt} as="distance" /></>}
      <Confirm open={asking} onClose={() => setAsking(false)} title={texts.revokeTitle(name)} act={texts.revoke} onAct={act} pending={revoke.isPending} trouble={revoke.error}>
        {texts.revokeWords}
      </Confirm>
    </Entry>
  );
}

/** Keys for programs: made here, seen once, revoked here. */
export function AccessTokens() {
  const texts = useTexts(accountTexts).keys;
  const client = useQueryClient();
  const list = useRead(accessTokenRoutes.list);
  const [made, setMade] = useState<Made | null>(null);
  const onMade = (key: Made): void => {
    setMade(key);
    void client.invalidateQueries({ queryKey: keyOf(accessTokenRoutes.list) });
  };
  return (
    <div className={css.columns}>
      <Panel title={texts.title} aside={<a href="/api" className="small">{texts.api}</a>}>
        <p className="muted">{texts.lead}</p>
        {made ? (
          <div className={css.stack} role="status">
            <p><b>{texts.madeTitle(made.name)}.</b> {texts.once}</p>
            <CopyText text={made.token} label={texts.madeTitle(made.name)} />
            <div><Button onClick={() => setMade(null)}>{texts.understood}</Button></div>
          </div>
        ) : <MakeKey onMade={onMade} />}
      </Panel>
      <Panel title={texts.list}>
        <Ready of={list} rows={2}>
          {(keys) => (keys.length === 0 ? <p className="muted">{texts.none}</p> : <Entries label={texts.list}>{keys.map((one) => <KeyEntry key={one.id} accessToken={one} />)}</Entries>)}
        </Ready>
      </Panel>
    </div>
  );
}
