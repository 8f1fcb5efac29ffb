import { useState } from 'react';
import css from './Side.module.css';
import { useAct } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { keepByHand, releasePromise, type PromiseView } from '#promises/contract.ts';
import { TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Card } from '#ui/Panel.tsx';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { sideTexts } from '../texts/side.ts';

const tones: Record<PromiseView['state'], Tone> = { open: 'plain', in_danger: 'warm', kept: 'take', broken: 'boil', released: 'plain' };

function KeptDialog({ promise, onClose }: { promise: PromiseView; onClose: () => void }) {
  const texts = useTexts(sideTexts);
  const say = useToast();
  const [how, setHow] = useState('');
  const keep = useAct(keepByHand);
  const send = () => keep.mutate({ params: { id: promise.id }, body: { how } }, {
    onSuccess: () => {
      say({ words: texts.keptNow });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.keepTitle} onClose={onClose} send={texts.keep} onSend={send} ready={how.trim() !== ''} pending={keep.isPending} error={keep.error}>
      <p className="muted">{promise.text}</p>
      <TextInput label={texts.how} description={texts.howAbout} value={how} maxLength={300} onChange={(event) => setHow(event.target.value)} />
    </FormDialog>
  );
}

function ReleaseDialog({ promise, onClose }: { promise: PromiseView; onClose: () => void }) {
  const texts = useTexts(sideTexts);
  const say = useToast();
  const [reason, setReason] = useState('');
  const release = useAct(releasePromise);
  const send = () => release.mutate({ params: { id: promise.id }, body: { reason } }, {
    onSuccess: () => {
      say({ words: texts.released });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.releaseTitle} onClose={onClose} send={texts.releaseAct} onSend={send} ready={reason.trim() !== ''} pending={release.isPending} error={release.error}>
      <p className="muted">{promise.text}</p>
      <TextInput label={texts.releaseWhy} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}

function Line({ promise }: { promise: PromiseView }) {
  const texts = useTexts(sideTexts);
  const [asking, setAsking] = useState<'kept' | 'release' | null>(null);
  const { state, keptAt } = promise;
  const isOpen = state === 'open' || state === 'in_danger';
  const word = texts.states[state];
  const close = () => setAsking(null);
  return (
    <li className={css.promise}>
      <div className={css.line}><span>{promise.text}</span><Pill tone={tones[state]}>{word === '' ? <When at={promise.dueAt} /> : <>{word} · <When at={promise.dueAt} /></>}</Pill></div>
      {(isOpen || (state === 'broken' && keptAt === null)) && (
        <div className={css.acts}>
          <button type="button" className={css.link} onClick={() => setAsking('kept')}>{texts.keepHow}</button>
          {isOpen && <button type="button" className={css.link} onClick={() => setAsking('release')}>{texts.release}</button>}
        </div>
      )}
      {asking === 'kept' && <KeptDialog promise={promise} onClose={close} />}
      {asking === 'release' && <ReleaseDialog promise={promise} onClose={close} />}
    </li>
  );
}

const rank: Record<PromiseView['state'], number> = { broken: 0, in_danger: 1, open: 2, kept: 3, released: 4 };

/** What we told the customer and by when; what wants somebody stands first. */
export function PromisesCard({ promises }: { promises: readonly PromiseView[] }) {
  const texts = useTexts(sideTexts);
  const sorted = promises.toSorted((one, other) => rank[one.state] - rank[other.state] || one.dueAt.localeCompare(other.dueAt));
  return (
    <Card title={texts.promises}>
      {sorted.length === 0 ? <p className="small muted">{texts.noPromises}</p> : <ul className={css.promises}>{sorted.map((promise) => <Line key={promise.id} promise={promise} />)}</ul>}
    </Card>
  );
}
