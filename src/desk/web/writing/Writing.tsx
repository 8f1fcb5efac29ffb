import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import css from './Writing.module.css';
import { ChatLine } from '#channels/chat/web/ChatLine.tsx';
import { useAnswering, type ChatOnCase } from '#channels/chat/web/use-chat.ts';
import { Button } from '#ui/Button.tsx';
import { sayKeys } from '#ui/Kbd.tsx';
import { useTexts } from '#ui/language.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { CaptureButton } from '#voices/web/capture/CaptureButton.tsx';
import type { OpenedCase } from '../../contract.ts';
import { writingTexts } from '../texts/writing.ts';
import { NoteForm, useNote } from './NoteForm.tsx';
import { Pending } from './Pending.tsx';
import { ReplyForm, useSendWords } from './ReplyForm.tsx';
import { AttachButton } from './Uploaded.tsx';
import { useReply, type Reply } from './use-reply.ts';
import { useUploads } from './use-uploads.ts';

interface WritingProps {
  opened: OpenedCase;
  /** Who wrote in a chat; null where nobody did. */
  chat: ChatOnCase | null;
  me: string | undefined;
  onAsk: () => void;
  /** Resolving without words of one's own: there is nothing in the reply that could resolve. */
  onResolveByHand: () => void;
  onTyping: (typing: boolean) => void;
  /** Who else has the case open. */
  others: ReactNode;
  /** Put into the reply from outside: the holding reply after a request. */
  register: (put: (text: string) => void) => void;
}

/** Whether who came here came to write: a list elsewhere offered that as its act (`?write=reply`). Once, on arriving. */
const useCameToWrite = (begin: () => void): void => {
  const { write } = useSearch({ strict: false }) as { write?: unknown };
  const wanted = useRef(write === 'reply');
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    begin();
  });
};

const useFocus = () => {
  const area = useRef<HTMLTextAreaElement>(null);
  return { area, focus: () => requestAnimationFrame(() => area.current?.focus()) };
};

/** Writing is what somebody does whose words change; five seconds after the last of them they are only here. */
const useTyping = (text: string, onTyping: (typing: boolean) => void): void => {
  const before = useRef(text);
  useEffect(() => {
    if (before.current === text) return undefined;
    before.current = text;
    onTyping(text !== '');
    const timer = setTimeout(() => onTyping(false), 5_000);
    return () => clearTimeout(timer);
  }, [text, onTyping]);
};

function DraftState({ state }: { state: Reply['draft']['state'] }) {
  const texts = useTexts(writingTexts);
  const words = { blank: '', saving: texts.saving, saved: texts.saved, unsaved: texts.notSaved }[state];
  return <span className={css.kept} role="status">{words}</span>;
}

/** The foot of a case: a reply to the customer or a note among ourselves, never to be taken for one another. */
export function Writing({ opened, chat, me, onAsk, onResolveByHand, onTyping, others, register }: WritingProps): ReactNode {
  const texts = useTexts(writingTexts);
  const [mode, setMode] = useState<'reply' | 'note'>('reply');
  // On a phone the conversation has the window until somebody writes.
  const [isOpen, setIsOpen] = useState(false);
  const { area, focus } = useFocus();
  const uploads = useUploads(opened.case.id);
  const isLive = chat !== null && chat.isPresent && chat.showsReplies;
  const reply = useReply({ opened, me, uploads, isLive });
  useAnswering(opened.case.id, isLive, reply.draft.text);
  const turnTo = (next: 'reply' | 'note') => {
    setMode(next);
    setIsOpen(true);
    focus();
  };
  useCameToWrite(() => turnTo('reply'));
  const note = useNote({ opened, me, uploads, onSaved: () => turnTo('reply') });
  const sendWords = useSendWords(reply);
  const { pendingReply } = opened;
  const isMinePending = pendingReply !== null && pendingReply.author.id === me;
  useEffect(() => register((text) => {
    reply.draft.write(reply.begun ? `${reply.draft.text}\n\n${text}` : text);
    turnTo('reply');
  }));
  useTyping(mode === 'reply' ? reply.draft.text : note.draft.text, onTyping);
  const resolve = () => {
    if (!reply.begun) return onResolveByHand();
    reply.change({ act: 'resolves' });
    return turnTo('reply');
  };
  useShortcuts([
    { keys: 'r', does: texts.reply, run: () => turnTo('reply') },
    { keys: 'n', does: texts.note, run: () => turnTo('note') },
    { keys: 'd', does: texts.ask, run: onAsk },
    { keys: 'e', does: texts.resolve, run: resolve },
    { keys: 'mod+enter', does: mode === 'reply' ? texts.sendNow : texts.saveNote, run: () => void (mode === 'reply' ? reply.send() : note.save()) },
  ]);
  return (
    <section
      className={css.place} data-mode={mode} data-open={isOpen} data-over={uploads.isOver} {...uploads.place} aria-label={mode === 'reply' ? texts.reply : texts.note}
    >
      <div className={css.status}>{others}<DraftState state={mode === 'reply' ? reply.draft.state : note.draft.state} /></div>
      {chat !== null && mode === 'reply' && <ChatLine chat={chat} />}
      {pendingReply !== null && <Pending key={pendingReply.id} pending={pendingReply} isMine={isMinePending} onBack={(text) => { reply.restore(text); turnTo('reply'); }} />}
      <div className={css.phoneBar}>
        <Button look="primary" onClick={() => turnTo('reply')}>{opened.preparedReplies.length > 0 && !reply.begun ? texts.replyPrepared : texts.reply}</Button>
        <Button onClick={() => turnTo('note')}>{texts.note}</Button>
        <Button onClick={onAsk}>{texts.askShort}</Button>
        <CaptureButton keyless />
      </div>
      <div className={css.full}>
        {mode === 'reply'
          ? <div className={css.writing}><ReplyForm opened={opened} reply={reply} uploads={uploads} area={area} /></div>
          : <NoteForm note={note} uploads={uploads} area={area} />}
        <div className={css.bar}>
          <span className={css.acts}>
            {mode === 'note' && <Button keys="r" onClick={() => turnTo('reply')}>{texts.reply}</Button>}
            <Button keys="d" onClick={onAsk}>{texts.ask}</Button>
            {mode === 'reply' && <Button keys="n" onClick={() => turnTo('note')}>{texts.note}</Button>}
            <CaptureButton />
            <AttachButton uploads={uploads} />
            <span className={css.onlyPhone}><Button look="quiet" onClick={() => setIsOpen(false)}>{texts.later}</Button></span>
          </span>
          <span className={css.sending}>
            {mode === 'reply'
              ? <Button look="primary" aria-keyshortcuts="Control+Enter" title={sayKeys('mod+enter')} loading={reply.sending.isPending} disabled={!reply.begun} onClick={() => void reply.send()}>{sendWords}</Button>
              : <Button look="primary" aria-keyshortcuts="Control+Enter" title={sayKeys('mod+enter')} loading={note.saving.isPending} disabled={note.draft.text.trim() === ''} onClick={() => void note.save()}>{texts.saveNote}</Button>}
          </span>
        </div>
      </div>
    </section>
  );
}
