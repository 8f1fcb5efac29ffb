import css from './Message.module.css';
import { AttachIcon } from '#ui/icons.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { addressOf } from '#app/web/call.ts';
import { readAttachment, type AttachmentView } from '../contract.ts';
import { saySize } from '#base/say-size.ts';
import { messageTexts } from './texts.ts';

/** The files of a message. Pictures that stand within its layout are left out: they are seen there. */
export function Attachments({ files }: { files: readonly AttachmentView[] }) {
  const texts = useTexts(messageTexts);
  const { language } = useLanguage();
  const own = files.filter(({ isInline }) => !isInline);
  if (own.length === 0) return null;
  return (
    <ul className={css.files} aria-label={texts.attachments}>
      {own.map(({ id, name, size }) => (
        <li key={id}>
          <a className={css.file} href={addressOf(readAttachment.path, { params: { id } })} download={name}>
            <AttachIcon size={14} /><span className="unseen">{texts.download} </span><span className={css.fileName}>{name}</span><span className="faint num">{saySize(size, language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
