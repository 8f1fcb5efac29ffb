import { createContext, use, useCallback, useEffect, useRef } from 'react';
import { call, useRead } from '#app/web/client.ts';
import type { OutputOf } from '#base/contract.ts';
import { chatOfCase, noteAnswering, type ChatDelivery } from '../contract.ts';

export type ChatOnCase = NonNullable<OutputOf<typeof chatOfCase>['chat']>;

/** Whether the visitor is there changes with time alone: a page that was closed says nothing. */
const lookEvery = 10_000;
const sayEvery = 3_000;

/** The chat of a case, kept true while it is on the screen; nothing is asked of a case on which nobody chatted. */
export const useChatOnCase = (caseId: string, isChat: boolean) => {
  const read = useRead(chatOfCase, { params: { id: caseId } }, { on: isChat, watches: [`chat:${caseId}`] });
  const { refetch } = read;
  const isPresent = read.data?.chat?.isPresent === true;
  useEffect(() => {
    if (!isPresent) return undefined;
    const timer = setInterval(() => void refetch(), lookEvery);
    return () => clearInterval(timer);
  }, [isPresent, refetch]);
  return read.data;
};

const Deliveries = createContext<readonly ChatDelivery[]>([]);
/** Around a conversation: how far our replies in the chat got. */
export const ChatDeliveries = Deliveries.Provider;

export const useChatDelivery = (messageId: string): ChatDelivery | undefined => use(Deliveries).find((one) => one.messageId === messageId);

/** Says to the visitor that somebody is writing a reply, while one is written. A sign that is lost is no error; the next follows. */
export const useAnswering = (caseId: string, isRead: boolean, text: string): void => {
  const said = useRef(-sayEvery);
  const before = useRef(text);
  const tell = useCallback(() => call(noteAnswering, { params: { id: caseId } }).catch(() => undefined), [caseId]);
  useEffect(() => {
    if (before.current === text) return;
    before.current = text;
    if (!isRead || text === '' || performance.now() - said.current < sayEvery) return;
    said.current = performance.now();
    void tell();
  }, [text, isRead, tell]);
};
