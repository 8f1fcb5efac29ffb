import { useRef, type Ref } from 'react';
import css from './Writing.module.css';
import { useAct } from '#app/web/client.ts';
import { writeNote } from '#cases/contract.ts';
import { useColleagues } from '#cases/web/colleagues.ts';
import { Composer } from '#ui/Composer.tsx';
import { useTexts } from '#ui/language.tsx';
import { Refused } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { useNow } from '#ui/now.ts';
import type { OpenedCase } from '../../contract.ts';
import { writingTexts } from '../texts/writing.ts';
import { Uploaded } from './Uploaded.tsx';
import { useDraft } from './use-draft.ts';
import type { Uploads } from './use-uploads.ts';

const openMention = /@([\p{L}][\p{L} ]{0,30})?$/u;

interface NoteOptions {
  opened: OpenedCase;
  me: string | undefined;
  uploads: Uploads;
  onSaved: () => void;
}

/** A note in the making, and the colleagues it calls. */
export const useNote = ({ opened, me, uploads, onSaved }: NoteOptions) => {
  const texts = useTexts(writingTexts);
  const say = useToast();
  const now = useNow();
  const draft = useDraft(opened, 'note', now);
  const colleagues = useColleagues(me);
  const saving = useAct(writeNote);
  const mentioned = colleagues.filter(({ name }) => draft.text.includes(`@${name}`));
  const save = async () => {
    if (draft.text.trim() === '' || uploads.uploading || saving.isPending) return;
    const body = { text: draft.text, mentions: mentioned.map(({ id }) => id), attachmentIds: uploads.files.map(({ id }) => id) };
    await draft.settle();
    saving.mutate({ params: { id: opened.case.id }, body }, {
      onSuccess: () => {
        draft.clear();
        uploads.clear();
        say({ words: texts.noteSaved });
        onSaved();
      },
    });
  };
  return { draft, colleagues, mentioned, saving, save };
};
export type NoteInHand = ReturnType<typeof useNote>;

/** Where a note is written: another ground, other words, another button than a reply. */
export function NoteForm({ note, uploads, area }: { note: NoteInHand; uploads: Uploads; area: Ref<HTMLTextAreaElement> }) {
  const texts = useTexts(writingTexts);
  const { draft, colleagues, mentioned, saving } = note;
  const place = useRef<HTMLDivElement>(null);
  const asked = openMention.exec(draft.text);
  const typed = asked?.[1]?.toLowerCase() ?? '';
  const called = mentioned.map(({ name }) => name);
  const matching = asked === null ? [] : colleagues.filter(({ name }) => !called.includes(name) && name.toLowerCase().startsWith(typed)).slice(0, 5);
  const call = (name: string) => {
    draft.write(draft.text.replace(openMention, `@${name} `));
    place.current?.querySelector('textarea')?.focus();
  };
  return (
    <div ref={place} className={css.writing}>
      <Composer
        ref={area} id="note" internal label={texts.noteLabel} placeholder={texts.notePlaceholder} value={draft.text} onChange={draft.write} onBlur={draft.keep} onPaste={uploads.onPaste}
        onKeyDown={(event) => {
          const [first] = matching;
          if (event.key !== 'Tab' || event.shiftKey || first === undefined) return;
          event.preventDefault();
          call(first.name);
        }}
      />
      {matching.length > 0 && (
        <div className={css.mentions} role="group" aria-label={texts.mention}>
          {matching.map(({ id, name }) => <button key={id} type="button" className={css.mention} onClick={() => call(name)}>@{name}</button>)}
        </div>
      )}
      {called.length > 0 && <p className="small muted">{texts.mentions(called.join(', '))}</p>}
      <Uploaded uploads={uploads} />
      {saving.error?.words && <Refused>{saving.error.words}</Refused>}
    </div>
  );
}
