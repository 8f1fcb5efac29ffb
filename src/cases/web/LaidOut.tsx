import { useState } from 'react';
import css from './Message.module.css';
import { addressOf } from '#app/web/call.ts';
import { useTexts } from '#ui/language.tsx';
import { readBody } from '../contract.ts';
import { messageTexts } from './texts.ts';

/**
 * A message as its sender laid it out, in a frame without scripts and of no origin: whatever the mail holds, it cannot reach this
 * page, its cookies or the network. The frame cannot be measured from here either, so the reader makes it as high as they like.
 */
export function LaidOut({ messageId, author }: { messageId: string; author: string }) {
  const texts = useTexts(messageTexts);
  const [arrived, setArrived] = useState(false);
  return (
    <iframe
      className={css.laidOut} data-arrived={arrived} title={texts.layoutOf(author)} sandbox="" referrerPolicy="no-referrer"
      src={addressOf(readBody.path, { params: { id: messageId } })} onLoad={() => setArrived(true)}
    />
  );
}
