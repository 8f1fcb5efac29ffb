import { describe, expect, it } from 'vitest';
import type { MessageView } from '#cases/contract.ts';
import { threadOf } from './thread.ts';

const message = (id: string, at: string, given: Partial<MessageView> = {}): MessageView => ({
  id, at, direction: 'in', channel: 'email', author: { kind: 'customer', id: 'e', name: 'Elena Marchetti', address: null }, loggedBy: null, foundAt: null, subject: null, text: id, folded: '',
  hasHtml: false, act: null, isAutomatic: false, isByItself: false, isChase: false, hasSource: false, attachments: [], deliveries: [], ...given,
});
const kinds = (messages: MessageView[]) => threadOf({ messages, notes: [], requests: [], hasEarlier: false }).map(({ kind }) => kind);

describe('silence', () => {
  it('stands where the customer lived through it, before the message that broke it', () => {
    const said = [message('a', '2026-11-17T10:23:00Z'), message('b', '2026-11-17T10:52:00Z', { direction: 'out', act: 'updates' }), message('c', '2026-11-18T16:20:00Z', { isChase: true })];
    expect(kinds(said)).toEqual(['message', 'message', 'silence', 'message']);
  });

  it('is no silence of ours after a question to the customer, nor after a resolution', () => {
    const asked = [message('a', '2026-11-17T10:00:00Z', { direction: 'out', act: 'asks' }), message('b', '2026-11-20T10:00:00Z')];
    const resolved = [message('a', '2026-11-17T10:00:00Z', { direction: 'out', act: 'resolves' }), message('b', '2026-11-20T10:00:00Z')];
    expect(kinds(asked)).toEqual(['message', 'message']);
    expect(kinds(resolved)).toEqual(['message', 'message']);
  });

  it('is not broken by an automatic reply, and a night is none', () => {
    const automatic = [message('a', '2026-11-17T10:00:00Z'), message('b', '2026-11-17T10:00:05Z', { direction: 'out', isAutomatic: true }), message('c', '2026-11-19T10:00:00Z', { direction: 'out', act: 'updates' })];
    expect(kinds(automatic)).toEqual(['message', 'message', 'silence', 'message']);
    expect(kinds([message('a', '2026-11-17T17:00:00Z'), message('b', '2026-11-18T08:00:00Z')])).toEqual(['message', 'message']);
  });
});
