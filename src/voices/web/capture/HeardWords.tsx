import type { KeyboardEvent, MouseEvent } from 'react';
import css from './Capture.module.css';
import { useTexts } from '#ui/language.tsx';
import { captureTexts } from '../capture-texts.ts';
import { piecesOf, type Piece } from '../marking.ts';
import { voiceTexts } from '../texts.ts';
import { useHearing } from './hearing.ts';
import { keyOfSaid, type Mark, type Said } from './said.ts';
import { saidAttributes } from './selection.ts';

/** The words of a message or note as they stand, with what was heard in them picked out. `start` is where `words` begins in the whole text. */
export function HeardWords({ said, words, start }: { said: Said; words: string; start: number }) {
  const hearing = useHearing();
  if (hearing === null) return words;
  const pieces = piecesOf(words, start, hearing.marksIn(keyOfSaid(said), said.text));
  return <span {...saidAttributes(keyOfSaid(said), start)}>{pieces.map((piece) => (piece.marks.length === 0 ? piece.text : <Marked key={piece.key} piece={piece} onOpen={hearing.open} />))}</span>;
}

function Marked({ piece: { text, marks }, onOpen }: { piece: Piece<Mark>; onOpen: (mark: Mark, at: HTMLElement) => void }) {
  const texts = useTexts(captureTexts);
  const { kinds } = useTexts(voiceTexts);
  const mark = marks.find((one) => 'voice' in one) ?? marks[0];
  if (mark === undefined) return text;
  const isHeard = 'voice' in mark;
  const label = isHeard ? texts.marked(text, mark.voice.theme?.title ?? null) : texts.suggested(text, kinds[mark.suggestion.kind]);
  const press = (event: MouseEvent<HTMLElement>): void => {
    // Whoever drags over it marks words, and wants no card.
    if (document.getSelection()?.isCollapsed ?? true) onOpen(mark, event.currentTarget);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen(mark, event.currentTarget);
  };
  // A button would not break over lines as the words around it do.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <mark className={isHeard ? css.heard : css.maybe}><span role="button" tabIndex={0} aria-haspopup="dialog" aria-label={label} onClick={press} onKeyDown={onKeyDown}>{text}</span></mark>;
}
