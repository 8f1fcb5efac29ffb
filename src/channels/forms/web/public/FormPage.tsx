import { useEffect, useRef, useState, type FormEvent } from 'react';
import css from './FormPage.module.css';
import { useAsked, useDoing } from '#app/web/asking.ts';
import { call } from '#app/web/call.ts';
import type { OutputOf } from '#base/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Loading, NotThere } from '#ui/states.tsx';
import { readForm, sendForm } from '../../contract.ts';
import { useEmbedding } from './embedding.ts';
import { FileField, useFileProblem } from './FileField.tsx';
import { toSend } from './files.ts';
import { formTexts } from './form-texts.ts';

type Receipt = OutputOf<typeof sendForm>;
type Form = OutputOf<typeof readForm>;

/** The form by which somebody writes from a company's own site, on a page of ours or inside one of theirs. */
export function FormPage({ link }: { link: string }) {
  const { data, error, again } = useAsked(readForm, { params: { key: link } });
  const { follow } = useLanguage();
  const language = data?.language;
  useEmbedding();
  useEffect(() => {
    if (language) follow(language);
  }, [language, follow]);
  const texts = useTexts(formTexts);
  if (!data) return error ? <NotThere error={error} onRetry={again} {...texts} offlineTitle={texts.loadFailed} /> : <Loading shape="panel" rows={2} />;
  return <Writing form={data} formKey={link} />;
}

const nothingWritten = { name: '', email: '', subject: '', text: '', caseNumber: '' };
type Written = typeof nothingWritten;

const isAddress = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value.trim());

/** What can be seen to be missing before anything is sent; the rest the server knows. */
const missingIn = (written: Written, texts: (typeof formTexts)['it']): Partial<Record<keyof Written, string>> => ({
  ...(written.name.trim() === '' && { name: texts.required }),
  ...(written.email.trim() === '' ? { email: texts.required } : !isAddress(written.email) && { email: texts.badEmail }),
  ...(written.text.trim() === '' && { text: texts.required }),
});

function Writing({ form, formKey }: { form: Form; formKey: string }) {
  const texts = useTexts(formTexts);
  const [written, setWritten] = useState(nothingWritten);
  const [website, setWebsite] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  // The ticket says when the form was opened. One asked for again while somebody writes would make them look like a program.
  const [ticket] = useState(form.ticket);
  const [missing, setMissing] = useState<Partial<Record<string, string>>>({});
  const [receipt, setReceipt] = useState<Receipt>();
  const place = useRef<HTMLFormElement>(null);
  const fileProblem = useFileProblem(files);
  const { busy, error, run } = useDoing();
  const wrong: Partial<Record<string, string>> = { ...error?.fields, ...missing };
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [missing, error]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const now = missingIn(written, texts);
    setMissing(now);
    if (Object.keys(now).length > 0 || fileProblem !== null) return;
    const { subject, caseNumber, ...rest } = written;
    run(async () => setReceipt(await call(sendForm, {
      params: { key: formKey },
      body: { ...rest, ...(subject.trim() && { subject }), ...(caseNumber.trim() && { caseNumber }), files: await toSend(files), ticket, website },
    })));
  };
  const field = (name: keyof Written) => ({
    value: written[name], error: wrong[name], name,
    onChange: (event: { target: { value: string } }) => setWritten((before) => ({ ...before, [name]: event.target.value })),
  });
  if (receipt) return <Sent receipt={receipt} address={written.email} onAnother={() => window.location.reload()} />;
  const unplaced = error && Object.keys(error.fields).length === 0;
  return (
    <div className={css.page}>
      <header className={css.head}><h1>{texts.title(form.companyName)}</h1><p className="muted">{texts.intro}</p></header>
      <form ref={place} className={css.form} noValidate onSubmit={send}>
        <TextInput label={texts.name} autoComplete="name" maxLength={120} {...field('name')} />
        <TextInput label={texts.email} type="email" inputMode="email" autoComplete="email" maxLength={254} description={texts.emailWhy} {...field('email')} />
        <TextInput label={texts.subject} optional maxLength={200} {...field('subject')} />
        <Textarea label={texts.text} rows={5} maxLength={20_000} description={texts.textWhy} {...field('text')} />
        <TextInput label={texts.knownCase} optional maxLength={20} autoComplete="off" description={texts.knownCaseWhy} {...field('caseNumber')} />
        <FileField files={files} onChange={setFiles} error={fileProblem ?? wrong['files'] ?? null} />
        <div className={css.trap} aria-hidden="true" inert>
          <label>{texts.unread}<input name="website" tabIndex={-1} autoComplete="off" value={website} onChange={(event) => setWebsite(event.target.value)} /></label>
        </div>
        {unplaced && <p className={css.problem} role="alert">{error.status === 0 ? texts.offline : (error.words ?? texts.offline)}</p>}
        <Button type="submit" look="primary" size="l" wide loading={busy}>{texts.send}</Button>
      </form>
    </div>
  );
}

function Sent({ receipt, address, onAnother }: { receipt: Receipt; address: string; onAnother: () => void }) {
  const texts = useTexts(formTexts);
  const number = `C-${receipt.caseNumber}`;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} className={css.receipt} tabIndex={-1} role="status">
      <h1>{texts.sentTitle}</h1>
      <p className={css.number}><span>{texts.number}</span><b className="num">{number}</b></p>
      <p>{receipt.joined ? texts.joined(number) : texts.opened}</p>
      <p className="muted">{texts.next(address)}</p>
      <div><Button onClick={onAnother}>{texts.another}</Button></div>
    </div>
  );
}
