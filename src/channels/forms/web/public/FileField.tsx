import { useId, useRef } from 'react';
import css from './FileField.module.css';
import { saySize } from '#base/say-size.ts';
import { Button } from '#ui/Button.tsx';
import { AttachIcon, CloseIcon } from '#ui/icons.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { largest, mostFiles, weightOf } from './files.ts';
import { fileTexts } from './file-texts.ts';

/** Why these files cannot be sent, in words; null where they can. */
export const useFileProblem = (files: readonly File[]): string | null => {
  const texts = useTexts(fileTexts);
  const { language } = useLanguage();
  if (files.length > mostFiles) return texts.tooMany;
  const weight = weightOf(files);
  return weight > largest ? texts.tooHeavy(saySize(weight, language)) : null;
};

/** Files to go with a message from outside. The browser's own field hides behind a button that says what it does. */
export function FileField({ files, onChange, error }: { files: readonly File[]; onChange: (files: readonly File[]) => void; error?: string | null }) {
  const texts = useTexts(fileTexts);
  const { language } = useLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    onChange([...files, ...(field.current?.files ?? [])]);
    // Emptied, so that a file taken off the list can be chosen again.
    if (field.current) field.current.value = '';
  };
  return (
    <div className={css.files}>
      {files.length > 0 && (
        <ul className={css.list} aria-label={texts.chosen(files.length)}>
          {files.map((file, at) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className={css.file}>
              <span className={css.name} title={file.name}>{file.name}</span>
              <span className={`${css.weight} num`}>{saySize(file.size, language)}</span>
              <Button look="quiet" icon={<CloseIcon />} aria-label={texts.remove(file.name)} onClick={() => onChange(files.filter((_file, other) => other !== at))}>{null}</Button>
            </li>
          ))}
        </ul>
      )}
      <div className={css.line}>
        <input ref={field} type="file" multiple hidden onChange={add} />
        <Button icon={<AttachIcon />} aria-describedby={`${id}-limits`} onClick={() => field.current?.click()}>{texts.add}</Button>
        <span id={`${id}-limits`} className="small muted">{texts.limits}</span>
      </div>
      {error && <p className={css.error} role="alert">{error}</p>}
    </div>
  );
}
