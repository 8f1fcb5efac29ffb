import { useRef } from 'react';
import css from './Writing.module.css';
import { saySize } from '#base/say-size.ts';
import { Button } from '#ui/Button.tsx';
import { AttachIcon, CloseIcon } from '#ui/icons.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { writingTexts } from '../texts/writing.ts';
import type { Uploads } from './use-uploads.ts';

/** The files that go along, each with the way to leave it out. */
export function Uploaded({ uploads }: { uploads: Uploads }) {
  const texts = useTexts(writingTexts);
  const { language } = useLanguage();
  const { files, uploading, problem, isOver, remove } = uploads;
  if (files.length === 0 && !uploading && problem === null && !isOver) return null;
  return (
    <div className={css.files}>
      {files.map(({ id, name, size }) => (
        <span key={id} className={css.file}>
          <span className={css.fileName}>{name}</span> <span className="faint num">{saySize(size, language)}</span>
          <button type="button" className={css.drop} aria-label={texts.removeFile(name)} onClick={() => remove(id)}><CloseIcon size={12} /></button>
        </span>
      ))}
      {uploading && <span className="small muted" role="status">{texts.uploading}</span>}
      {isOver && <span className="small muted">{texts.drop}</span>}
      {problem !== null && <span className={css.problem} role="alert">{problem}</span>}
    </div>
  );
}

export function AttachButton({ uploads }: { uploads: Uploads }) {
  const texts = useTexts(writingTexts);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input} type="file" multiple hidden aria-hidden="true" tabIndex={-1}
        onChange={(event) => {
          uploads.add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <Button icon={<AttachIcon size={14} />} title={texts.attachWhy} onClick={() => input.current?.click()}>{texts.attach}</Button>
    </>
  );
}
