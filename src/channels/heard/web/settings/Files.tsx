import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import css from './heard.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { saySize } from '#base/say-size.ts';
import { base64Of } from '#ui/base64-of.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { AttachIcon } from '#ui/icons.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { When } from '#ui/When.tsx';
import { listImports, uploadImport, type ImportView } from '../../contract.ts';
import { Progress } from './Progress.tsx';
import { heardScreenTexts } from './texts.ts';

/** As the server takes it; said before the wait. */
const largest = 10_000_000;

/** Sends the chosen file and goes on to what was understood of it. */
const useUpload = () => {
  const texts = useTexts(heardScreenTexts).files;
  const { language } = useLanguage();
  const navigate = useNavigate();
  const upload = useAct(uploadImport);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (file: File): Promise<void> => {
    setTrouble(file.size > largest ? texts.tooBig(saySize(file.size, language)) : null);
    if (file.size > largest) return;
    const base64 = await base64Of(file).catch(() => null);
    if (base64 === null) return setTrouble(texts.gone);
    upload.mutate({ body: { name: file.name.slice(0, 200), base64 } }, { onSuccess: (made) => void navigate({ to: `/settings/heard/${made.import.id}` }) });
  };
  return { send, isPending: upload.isPending, trouble: trouble ?? upload.error?.fields['base64'] ?? null, error: upload.error };
};

function Load() {
  const texts = useTexts(heardScreenTexts).files;
  const field = useRef<HTMLInputElement>(null);
  const { send, isPending, trouble, error } = useUpload();
  const choose = (): void => {
    const file = field.current?.files?.[0];
    if (file !== undefined) void send(file);
    // Emptied, so that the same file can be chosen again after it was mended.
    if (field.current) field.current.value = '';
  };
  return (
    <div className={css.stack}>
      <p className={css.lead}>{texts.lead}</p>
      <div>
        <input ref={field} type="file" accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,text/plain,application/json" hidden onChange={choose} />
        <Button look="primary" icon={<AttachIcon />} loading={isPending} onClick={() => field.current?.click()}>{texts.choose}</Button>
      </div>
      {trouble === null ? <Problem of={error} /> : <p className={css.no} role="alert">{trouble}</p>}
    </div>
  );
}

function FileEntry({ file }: { file: ImportView }) {
  const texts = useTexts(heardScreenTexts);
  const { language } = useLanguage();
  const { id, name, rows, size, state, uploadedAt, uploadedBy, became, done } = file;
  const counted = (Object.keys(texts.outcome) as (keyof typeof became)[]).filter((one) => became[one] > 0).map((one) => texts.outcome[one](became[one]));
  const link = <Link to={`/settings/heard/${id}`} className={buttonClass({ look: state === 'ready' ? 'primary' : 'plain' })}>{state === 'ready' ? texts.files.prepare : texts.files.open}<span className="unseen"> {name}</span></Link>;
  return (
    <Entry title={<>{name} <Pill tone={state === 'ready' ? 'warm' : 'plain'}>{texts.files.states[state]}</Pill></>} acts={link}>
      {texts.files.rows(rows)}; {saySize(size, language)}; {texts.files.by(uploadedBy)}, <When at={uploadedAt} />
      {counted.length > 0 && <><br />{counted.join('; ')}</>}
      {state === 'running' && <Progress done={done} rows={rows} />}
    </Entry>
  );
}

/** The files that were loaded, and the way to load one. */
export function Files() {
  const texts = useTexts(heardScreenTexts).files;
  const list = useRead(listImports, undefined, { watches: ['heard'] });
  return (
    <div className={css.stack}>
      <Load />
      <Ready of={list}>
        {({ items }) => (items.length === 0 ? <Empty title={texts.none.title}>{texts.none.words}</Empty> : <Entries label={texts.list}>{items.map((file) => <FileEntry key={file.id} file={file} />)}</Entries>)}
      </Ready>
    </div>
  );
}
