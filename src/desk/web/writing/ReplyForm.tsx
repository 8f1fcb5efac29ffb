import type { Ref } from 'react';
import css from './Writing.module.css';
import { useAct } from '#app/web/client.ts';
import { discardPrepared, type ReplyAct } from '#cases/contract.ts';
import { Banner } from '#cases/web/Banner.tsx';
import { DueField } from '#cases/web/DueField.tsx';
import { Button } from '#ui/Button.tsx';
import { Composer, Hint, type Highlight } from '#ui/Composer.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import type { OpenedCase } from '../../contract.ts';
import { writingTexts } from '../texts/writing.ts';
import { MadeLine, OpenPromises } from './Promising.tsx';
import { Recipients } from './Recipients.tsx';
import { Uploaded } from './Uploaded.tsx';
import type { Reply } from './use-reply.ts';
import type { Uploads } from './use-uploads.ts';

interface ReplyFormProps {
  opened: OpenedCase;
  reply: Reply;
  uploads: Uploads;
  area: Ref<HTMLTextAreaElement>;
}

const live = new Set(['open', 'in_danger', 'broken']);

function Prepared({ prepared, opened, reply }: { prepared: OpenedCase['preparedReplies'][number]; opened: OpenedCase; reply: Reply }) {
  const texts = useTexts(writingTexts).prepared;
  const discard = useAct(discardPrepared);
  const department = opened.requests.find(({ id }) => id === prepared.requestId)?.department.name;
  const words = prepared.reason === 'check_back' ? texts.checkBack : prepared.reason === 'update' ? texts.update : department === undefined ? texts.answerSomebody : texts.answer(department);
  const use = () => {
    reply.draft.write(reply.begun ? `${prepared.text}\n\n${reply.draft.text}` : prepared.text);
    reply.change({ preparedId: prepared.id });
  };
  const acts = (
    <>
      <Button look="quiet" loading={discard.isPending} onClick={() => discard.mutate({ params: { id: prepared.id } })}>{texts.discard}</Button>
      <Button look="primary" onClick={use}>{texts.use}</Button>
    </>
  );
  return <Banner tone="internal" acts={acts} error={discard.error}><b>{words}</b><br /><span className={css.preview}>{prepared.text.replaceAll(/\n+/gu, ' ')}</span></Banner>;
}

/** Somebody answered while this was being written: theirs is in the conversation above, ours stays here until its writer decides. */
function Meanwhile({ reply }: { reply: Reply }) {
  const texts = useTexts(writingTexts);
  const refused = reply.sending.error?.code === 'reply.answered_meanwhile' ? reply.sending.error : null;
  const by = reply.answered?.author.name;
  if (by === undefined && refused === null) {
    return reply.wrote ? <Banner acts={<Button onClick={reply.draft.catchUp}>{texts.haveRead}</Button>}>{texts.wroteMeanwhile(reply.wrote.author.name)}</Banner> : null;
  }
  const goOn = () => {
    reply.draft.catchUp();
    reply.sending.reset();
  };
  const acts = <><Button look="quiet" onClick={() => { reply.draft.write(''); reply.sending.reset(); }}>{texts.discardMine}</Button><Button onClick={goOn}>{texts.haveRead}</Button></>;
  return <Banner tone="boil" acts={acts}>{by === undefined ? refused?.words : texts.meanwhile(by)}</Banner>;
}

/** What is good to know about the words before they leave: the promise without a date, and those with one. */
function useHints(reply: Reply) {
  const texts = useTexts(writingTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { vague, better, request, made } = reply;
  const lines = [
    ...(vague.length > 0 && better !== undefined ? [(
      <Hint key="vague" title={texts.vague} act={<Button onClick={reply.replaceVague}>{texts.use}</Button>}>
        {request && new Date(request.dueAt) <= now ? texts.departmentLate(request.department.name, sayWhen(new Date(request.dueAt), now, { language }), better) : request ? texts.departmentBy(request.department.name, sayWhen(new Date(request.dueAt), now, { language }), better) : texts.better(better)}
      </Hint>
    )] : []),
    ...made.map((one) => <MadeLine key={one.key} made={one} isConfirmed={reply.state.decided[one.key]?.dueAt !== undefined} onDecide={(decided) => reply.decide(one.key, decided)} />),
  ];
  return lines.length > 0 ? lines : undefined;
}

/** Where the customer is answered: the words, what they promise, who receives them, and what is still missing. */
export function ReplyForm({ opened, reply, uploads, area }: ReplyFormProps) {
  const texts = useTexts(writingTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { draft, state, change, act, sending } = reply;
  const hints = useHints(reply);
  const highlights: Highlight[] = reply.vague.map(({ start, end }) => ({ start, end, tone: 'hot' }));
  const asksDate = act === 'updates' && reply.begun && reply.made.length === 0 && Object.keys(state.moves).length === 0;
  const next = opened.case.nextUpdateDueAt;
  const known = next !== null && new Date(next) > now ? [{ at: next, words: texts.alreadySaid(sayWhen(new Date(next), now, { language })) }] : [];
  const refused = sending.error !== null && sending.error.code !== 'reply.answered_meanwhile' ? sending.error : null;
  return (
    <>
      {opened.preparedReplies.filter(({ id }) => id !== state.preparedId).map((prepared) => <Prepared key={prepared.id} prepared={prepared} opened={opened} reply={reply} />)}
      <Meanwhile reply={reply} />
      <Recipients opened={opened} to={reply.to} cc={reply.cc} onChange={(to, cc) => change({ to, cc })} aside={<ActChoice act={act} onChoose={(chosen) => change({ act: chosen })} />} />
      <Composer
        ref={area} id="reply" label={texts.replyLabel(opened.customer.name)} placeholder={texts.replyPlaceholder(opened.customer.name)} value={draft.text} onChange={draft.write}
        onBlur={draft.keep} onPaste={uploads.onPaste} highlights={highlights} hints={hints} lang={opened.case.language}
      />
      <Uploaded uploads={uploads} />
      {reply.begun && (
        <OpenPromises
          promises={opened.promises.filter((one) => live.has(one.state))} keeps={state.keeps} moves={state.moves} proposed={reply.made[0]?.dueAt ?? null} onKeep={reply.keep} onMove={reply.move}
        />
      )}
      {asksDate && (
        <div className={css.asksDate}>
          <DueField compact label={texts.due} value={state.nextUpdateAt} onChange={(nextUpdateAt) => change({ nextUpdateAt })} offered={known} error={reply.missing === 'date' ? texts.dueWhy : undefined} />
        </div>
      )}
      {refused?.words && <Banner tone="warm">{refused.words}</Banner>}
    </>
  );
}

/** What the reply does, as a choice of three; the button that sends says the rest. */
export function ActChoice({ act, onChoose }: { act: ReplyAct; onChoose: (act: ReplyAct) => void }) {
  const texts = useTexts(writingTexts);
  return (
    <span className={css.acting} role="radiogroup" aria-label={texts.act}>
      {(['updates', 'asks', 'resolves'] as const).map((one) => (
        <label key={one} className={css.actOption}>
          <input type="radio" name="reply-act" checked={act === one} onChange={() => onChoose(one)} />
          <span>{texts.acts[one]}</span>
        </label>
      ))}
    </span>
  );
}

/** The words of the button that sends: they say what pressing it commits us to. */
export const useSendWords = (reply: Reply): string => {
  const { send } = useTexts(writingTexts);
  const { language } = useLanguage();
  const now = useNow();
  if (reply.act === 'resolves') return send.resolves;
  const promised = reply.made.map(({ dueAt }) => dueAt).toSorted()[0];
  if (promised !== undefined) return send.promise(sayWhen(new Date(promised), now, { language }));
  if (reply.act === 'asks') return send.asks;
  return reply.dueAt === null ? send.noDate : send.update(sayWhen(new Date(reply.dueAt), now, { language }));
};
