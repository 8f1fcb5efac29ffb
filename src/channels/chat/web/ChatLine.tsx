import css from './ChatLine.module.css';
import { useTexts } from '#ui/language.tsx';
import { useLanguage } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { chatScreenTexts } from './texts.ts';
import { useChatDelivery, type ChatOnCase } from './use-chat.ts';

const useSaid = () => {
  const { language } = useLanguage();
  const now = useNow();
  return (at: string): string => sayWhen(new Date(at), now, { language });
};

/** Above the composer: whether the visitor is there, and by which road a reply will reach them. */
export function ChatLine({ chat }: { chat: ChatOnCase }) {
  const texts = useTexts(chatScreenTexts).agent;
  const said = useSaid();
  const name = chat.name ?? texts.somebody;
  const road = !chat.showsReplies ? texts.elsewhere
    : chat.isPresent ? (chat.isTyping ? texts.typing(name) : texts.here(name))
    : chat.email === null ? texts.goneNoAddress(said(chat.seenAt)) : texts.gone(said(chat.seenAt), chat.email);
  return (
    <p className={css.line} role="status" data-here={chat.isPresent && chat.showsReplies}>
      {road}{chat.email !== null && !chat.isProven && ` ${texts.unproven}`}
    </p>
  );
}

/** Below a reply: how far it got in the chat. */
export function ChatState({ messageId }: { messageId: string }) {
  const texts = useTexts(chatScreenTexts).agent;
  const said = useSaid();
  const delivery = useChatDelivery(messageId);
  return delivery === undefined ? null : <span className={css.state}>{texts.states[delivery.state](said(delivery.at))}</span>;
}
