import { lazy, Suspense, useRef, useState } from 'react';
import css from './CasePane.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { usePresence } from '#app/web/presence.ts';
import { reopenCase } from '#cases/contract.ts';
import { isOpen } from '#cases/rules.ts';
import { ChatDeliveries, useChatOnCase } from '#channels/chat/web/use-chat.ts';
import { actTexts } from '#cases/web/act-texts.ts';
import { HoursOf } from '#cases/web/department-calendar.ts';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/Toast.tsx';
import type { OpenedCase } from '../contract.ts';
import { useDeskAddress, useGoOnDesk } from './address.ts';
import type { Asking } from './asking.ts';
import { Banners } from './Banners.tsx';
import { CaseHead } from './CaseHead.tsx';
import { History } from './History.tsx';
import { SideColumn } from './side/SideColumn.tsx';
import { caseTexts } from './texts/case.ts';
import { sideTexts } from './texts/side.ts';
import { Thread } from './Thread.tsx';
import { Writing } from './writing/Writing.tsx';

/** Fetched when something is first asked: a case opens without its forms. */
const Asked = lazy(() => import('./Asked.tsx').then((m) => ({ default: m.Asked })));

/** Who else is here, and who is writing: two answers that do not know of each other are worse than one. */
function Others({ caseId, typing }: { caseId: string; typing: boolean }) {
  const texts = useTexts(caseTexts);
  const present = usePresence(caseId, typing);
  const say = (names: readonly string[], one: (names: string) => string, many: (names: string) => string): string => (names.length === 1 ? one : many)(names.join(texts.and));
  const writing = present.filter((here) => here.typing).map(({ name }) => name);
  const words = present.length === 0 ? '' : writing.length > 0 ? say(writing, texts.typing, texts.typingMany) : say(present.map(({ name }) => name), texts.here, texts.hereMany);
  return <p className={css.others} role="status" data-typing={writing.length > 0}>{words}</p>;
}

const nothingSaid: never[] = [];

/** A case with all that is needed to work on it: head, conversation, composer, and who the customer is. */
export function OpenedCaseView({ opened }: { opened: OpenedCase }) {
  const texts = useTexts(caseTexts);
  const acts = useTexts(actTexts);
  const asides = useTexts(sideTexts);
  const say = useToast();
  const me = useMe();
  const { part } = useDeskAddress();
  const go = useGoOnDesk();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [view, setView] = useState<'thread' | 'history'>('thread');
  const [typing, setTyping] = useState(false);
  const put = useRef<(text: string) => void>(() => undefined);
  const reopen = useAct(reopenCase);
  const { case: found } = opened;
  const chat = useChatOnCase(found.id, found.channel === 'chat' || opened.messages.some(({ channel }) => channel === 'chat'));
  const open = isOpen(found.status) && found.mergedInto === null;
  const isLead = me?.may.lead ?? false;
  const mayHandOver = found.owner !== null && (found.owner.id === me?.id || opened.standIn?.id === me?.id || isLead) && opened.handover === null;
  const runReopen = () => after(reopen.mutateAsync({ params: { id: found.id } }), () => say({ words: acts.reopen.done }), (words) => words && say({ words }));
  useShortcuts([
    ...(mayHandOver && open ? [{ keys: 'h', does: acts.handover.act, run: () => setAsking('handover') }] : []),
    ...(open ? [{ keys: 'm', does: acts.merge.act, run: () => setAsking('merge') }] : []),
    ...(found.mergedInto === null ? [{ keys: 'c', does: asides.acts.complaint, run: () => setAsking('complaint') }] : []),
    ...(found.mergedInto === null ? [{ keys: 'o', does: asides.acts.opportunity, run: () => setAsking('opportunity') }] : []),
    { keys: 'y', does: view === 'thread' ? texts.history : texts.thread, run: () => setView(view === 'thread' ? 'history' : 'thread') },
  ]);
  const tools = (
    <>
      <Button look="quiet" aria-pressed={view === 'history'} onClick={() => setView(view === 'thread' ? 'history' : 'thread')}>{view === 'thread' ? texts.history : texts.thread}</Button>
      <span className={css.onlyNarrow}><Button look="quiet" aria-pressed={part === 'details'} onClick={() => go({ part: part === 'details' ? null : 'details' })}>{texts.details}</Button></span>
    </>
  );
  return (
    <HoursOf value={found.departmentId}>
      <div className={css.case} data-part={part ?? 'case'}>
        <section id="case" tabIndex={-1} className={css.middle} aria-label={found.subject}>
          <div className={css.phoneTop}><Button look="quiet" onClick={() => go({ caseId: null, part: null })}>← {texts.backShort}</Button><span>{tools}</span></div>
          <div>
            <CaseHead opened={opened} tools={tools} />
            <Banners opened={opened} me={me?.id} isLead={isLead} />
          </div>
          {view === 'thread' ? <ChatDeliveries value={chat?.deliveries ?? nothingSaid}><Thread opened={opened} me={me?.id} /></ChatDeliveries> : <History caseId={found.id} />}
          <div className={css.bottom}>
            {found.mergedInto === null && (
              <Writing
                opened={opened} chat={chat?.chat ?? null} me={me?.id} onAsk={() => setAsking('department')} onResolveByHand={() => setAsking('resolve')} onTyping={setTyping} others={<Others caseId={found.id} typing={typing} />}
                register={(next) => {
                  put.current = next;
                }}
              />
            )}
          </div>
        </section>
        <aside className={css.side} aria-label={texts.details}>
          <div className={css.backFromSide}><Button look="quiet" onClick={() => go({ part: null })}>← {texts.backToCase}</Button></div>
          <SideColumn opened={opened} mayHandOver={mayHandOver} onAsking={setAsking} onReopen={runReopen} />
        </aside>
        {asking !== null && <Suspense fallback={null}><Asked asking={asking} opened={opened} onClose={() => setAsking(null)} onHolding={(text) => put.current(text)} /></Suspense>}
      </div>
    </HoursOf>
  );
}
