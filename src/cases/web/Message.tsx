import { useState, type ReactNode } from 'react';
import css from './Message.module.css';
import { addressOf } from '#app/web/call.ts';
import { ChatState } from '#channels/chat/web/ChatLine.tsx';
import { readMessageSource } from '#channels/email/contract.ts';
import { Avatar } from '#ui/Avatar.tsx';
import { classNames } from '#ui/class-names.ts';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { When } from '#ui/When.tsx';
import type { MessageView } from '../contract.ts';
import { Attachments } from './Attachments.tsx';
import { Deliveries } from './Deliveries.tsx';
import { LaidOut } from './LaidOut.tsx';
import { messageTexts } from './texts.ts';

interface MessageProps {
  message: MessageView;
  /** What it promised, moved or kept: pills at the right of who wrote it. */
  marks?: ReactNode;
  /** The reader wrote it. */
  isOwn?: boolean;
  /** Draws its words, which begin at `start` in its text: for what is picked out in them. */
  drawWords?: DrawWords;
}

/** Draws the words of something that was said: all of it without the white space at its ends. */
export type DrawWords = (words: string, start: number) => ReactNode;

/** Where a text without the white space before it begins. */
export const beginningOf = (text: string): number => text.length - text.trimStart().length;

/** What stands between who wrote it and when: the road it came by, and who put it down. */
const roadOf = ({ direction, channel, loggedBy, author, isAutomatic, isByItself, foundAt }: MessageView, texts: (typeof messageTexts)['it']): string[] => [
  ...(direction === 'in' || channel !== 'email' ? [`${texts.channels[channel]}${foundAt?.stars ? ` ${foundAt.stars}★` : ''}`] : []),
  ...(foundAt?.isChange === true ? [texts.changed] : []),
  ...(loggedBy === null ? [] : [texts.loggedBy(loggedBy)]),
  ...(author.kind === 'third_party' ? [texts.thirdParty] : []),
  ...(isAutomatic ? [texts.automatic] : []),
  ...(isByItself ? [texts.byItself] : []),
];

const countLines = (text: string): number => text.trim().split('\n').length;

function Words({ message, drawWords }: { message: MessageView; drawWords: DrawWords | undefined }) {
  const texts = useTexts(messageTexts);
  const [unfolded, setUnfolded] = useState(false);
  const words = message.text.trim();
  return (
    <>
      {words === '' ? <p className="muted">{texts.noWords}</p> : <p className={css.words}>{drawWords?.(words, beginningOf(message.text)) ?? words}</p>}
      {message.folded.trim() !== '' && (
        <>
          <button type="button" className={css.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? texts.hideQuoted : texts.showQuoted(countLines(message.folded))}
          </button>
          {unfolded && <blockquote className={css.quoted}>{message.folded.trim()}</blockquote>}
        </>
      )}
    </>
  );
}

/** One thing that was said: at the left by the customer, at the right by us. */
export function Message({ message, marks, isOwn = false, drawWords }: MessageProps) {
  const texts = useTexts(messageTexts);
  const [laidOut, setLaidOut] = useState(false);
  const { id, direction, author, at, isChase, isAutomatic, hasHtml, hasSource, foundAt, attachments, deliveries } = message;
  const out = direction === 'out';
  const road = roadOf(message, texts);
  return (
    <article className={classNames(css.message, out && css.out, isAutomatic && css.automatic)} aria-label={`${author.name}: ${road.join(', ')}`}>
      <div className={css.meta}>
        {!out && <Avatar name={author.name} />}
        <span className={css.who} title={author.address ?? undefined}>{isOwn ? texts.you : author.name}</span>
        {road.map((step) => <span key={step}>· {step}</span>)}
        <span>· <When at={at} /></span>
        {isChase && <Pill tone="hot">{texts.chase}</Pill>}
        {marks}
      </div>
      <div className={css.bubble}>
        {laidOut ? <LaidOut messageId={id} author={author.name} /> : <Words message={message} drawWords={drawWords} />}
        <Attachments files={attachments} />
      </div>
      <div className={css.foot}>
        {out && <ChatState messageId={id} />}
        <Deliveries messageId={id} deliveries={deliveries} />
        {hasHtml && <button type="button" className={css.fold} onClick={() => setLaidOut(!laidOut)}>{laidOut ? texts.hideLayout : texts.showLayout}</button>}
        {foundAt?.deletedAt && <span className="muted">{texts.deleted} <When at={foundAt.deletedAt} as="day" /></span>}
        {foundAt !== null && foundAt.deletedAt === null && <a className={css.fold} href={foundAt.url} target="_blank" rel="noopener noreferrer nofollow">{texts.foundAt(foundAt.site)}</a>}
        {hasSource && <a className={css.fold} href={addressOf(readMessageSource.path, { params: { id } })} download>{texts.source}</a>}
      </div>
    </article>
  );
}
