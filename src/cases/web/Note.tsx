import css from './Message.module.css';
import { useTexts } from '#ui/language.tsx';
import { NoteIcon } from '#ui/icons.tsx';
import { When } from '#ui/When.tsx';
import type { NoteView } from '../contract.ts';
import { Attachments } from './Attachments.tsx';
import type { DrawWords } from './Message.tsx';
import { messageTexts } from './texts.ts';

/** A note among ourselves: another colour, another shape and two words that say so, because taken for a reply it does harm. */
export function Note({ note, drawWords }: { note: NoteView; drawWords?: DrawWords }) {
  const texts = useTexts(messageTexts);
  return (
    <article className={css.note} aria-label={`${texts.note}: ${note.author.name}`}>
      <div className={css.meta}>
        <NoteIcon size={14} /><b>{texts.note}</b><span>· {texts.noteWhy}</span><span>· {note.author.name}</span><span>· <When at={note.at} /></span>
      </div>
      <p className={css.words}>{drawWords?.(note.text, 0) ?? note.text}</p>
      <Attachments files={note.attachments} />
    </article>
  );
}
