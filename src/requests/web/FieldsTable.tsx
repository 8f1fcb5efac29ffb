import css from './FieldsTable.module.css';
import { useLanguage } from '#ui/language.tsx';
import type { FilledField } from '../contract/parts.ts';

/** What the asker filled in, a line each. `fileAt` says where a file of it is; without it the file is only named. */
export function FieldsTable({ fields, fileAt }: { fields: readonly FilledField[]; fileAt?: (fileId: string) => string }) {
  const { language } = useLanguage();
  if (fields.length === 0) return null;
  return (
    <dl className={css.fields}>
      {fields.map(({ key, label, value, attachmentId }) => (
        <div key={key}><dt>{label[language]}</dt><dd>{attachmentId !== null && fileAt ? <a href={fileAt(attachmentId)} download={value}>{value}</a> : value}</dd></div>
      ))}
    </dl>
  );
}
