import { useState } from 'react';
import css from './mailbox.module.css';
import { Checkbox, Select, TextInput } from '#ui/Field.tsx';
import type { Form } from '#ui/form.ts';
import { Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import type { EditingMailbox } from './mailbox-editing.ts';
import { mailboxTexts } from './texts.ts';

interface ServersProps {
  form: Form<EditingMailbox>;
  /** An existing mailbox keeps its password when none is typed. */
  kept: boolean;
}

const serverFields = ['imap.host', 'imap.port', 'imap.security', 'smtp.host', 'smtp.port', 'smtp.security'] as const;

const securities = ['implicit', 'starttls', 'none'] as const;

/** Hosts and ports: filled in by the provider, so folded away until something about them is unknown or wrong. */
function Servers({ form }: { form: Form<EditingMailbox> }) {
  const texts = useTexts(mailboxTexts).form;
  const { values } = form;
  const unknown = (values.reads && values.imapHost === '') || (values.sends && values.smtpHost === '');
  const wrong = serverFields.some((path) => form.errorOf(path) !== undefined);
  // Once opened by somebody, or because something was missing, it does not close under their hands while they type.
  const [open, setOpen] = useState(unknown);
  const choices = securities.map((value) => ({ value, words: texts.securities[value] }));
  return (
    <details className={css.fold} open={open || wrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.servers}</summary>
      <div>
        {values.reads && (
          <div className={css.server}>
            <TextInput {...form.text('imapHost')} label={texts.imapHost} autoCapitalize="none" spellCheck={false} />
            <TextInput {...form.text('imapPort')} label={texts.port} inputMode="numeric" />
            <Select {...form.text('imapSecurity')} label={texts.security} choices={choices} />
          </div>
        )}
        {values.sends && (
          <div className={css.server}>
            <TextInput {...form.text('smtpHost')} label={texts.smtpHost} autoCapitalize="none" spellCheck={false} />
            <TextInput {...form.text('smtpPort')} label={texts.port} inputMode="numeric" />
            <Select {...form.text('smtpSecurity')} label={texts.security} choices={choices} />
          </div>
        )}
      </div>
    </details>
  );
}

interface LoginProps extends ServersProps {
  user: 'imapUser' | 'smtpUser';
  password: 'imapPassword' | 'smtpPassword';
}

function Login({ form, kept, user, password }: LoginProps) {
  const texts = useTexts(mailboxTexts).form;
  return (
    <Pair>
      <TextInput {...form.text(user)} label={texts.user} description={texts.userAbout} optional placeholder={form.values.address} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <TextInput {...form.text(password)} type="password" label={texts.password} description={kept ? texts.passwordKept : texts.passwordSealed} optional={kept} autoComplete="off" />
    </Pair>
  );
}

/** How Presa gets at the mail and sends from it; or how mail is forwarded to it. */
export function MailboxServers({ form, kept }: ServersProps) {
  const texts = useTexts(mailboxTexts).form;
  const { reads, sends, sameLogin } = form.values;
  const oneLogin = reads && sameLogin;
  return (
    <>
      <Checkbox label={texts.reads} description={texts.readsAbout} checked={reads} onChange={(event) => form.set('reads', event.target.checked)} />
      {reads && <Login form={form} kept={kept} user="imapUser" password="imapPassword" />}
      {!reads && (
        <div className={css.checked}>
          <b>{texts.forwarding}</b>
          <p className="small muted">{texts.forwardingWords}</p>
        </div>
      )}
      <Checkbox label={texts.sends} description={texts.sendsAbout} checked={sends} onChange={(event) => form.set('sends', event.target.checked)} />
      {sends && reads && <Checkbox label={texts.sameLogin} checked={sameLogin} onChange={(event) => form.set('sameLogin', event.target.checked)} />}
      {sends && !oneLogin && <Login form={form} kept={kept} user="smtpUser" password="smtpPassword" />}
      {(reads || sends) && <Servers key={`${reads} ${sends}`} form={form} />}
    </>
  );
}
