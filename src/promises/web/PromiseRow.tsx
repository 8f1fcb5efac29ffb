import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './PromisesScreen.module.css';
import { useAct } from '#app/web/client.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill } from '#ui/Pill.tsx';
import { saySpan } from '#ui/say-when.ts';
import { useToast } from '#ui/Toast.tsx';
import { keepByHand, releasePromise, type PromiseOnCase } from '../contract.ts';
import { promisesTexts } from './texts.ts';

function State({ promise }: { promise: PromiseOnCase }) {
  const texts = useTexts(promisesTexts);
  const { language } = useLanguage();
  const now = useNow();
  const away = saySpan(new Date(promise.dueAt).getTime() - now.getTime(), { language });
  if (promise.state === 'broken') return <Pill tone="boil">{texts.brokenSince(away)}</Pill>;
  if (promise.state === 'in_danger') return <Pill tone="hot">{texts.dueIn(away)}</Pill>;
  return <Pill>{texts.dueIn(away)}</Pill>;
}

/** A promise: by when, what, to whom, whose it is, and what can be done where no reply says it. */
export function PromiseRow({ promise }: { promise: PromiseOnCase }) {
  const texts = useTexts(promisesTexts);
  const [doing, setDoing] = useState<'keep' | 'release' | null>(null);
  const { case: onCase } = promise;
  const further = [
    onCase.keeper?.name ?? texts.nobody,
    ...(promise.madeBy.id === onCase.keeper?.id ? [] : [texts.promised(promise.madeBy.name)]),
    ...(promise.moves.length > 0 ? [texts.moved(promise.moves.length)] : []),
    ...(promise.requestId !== null ? [texts.restsOnRequest] : []),
  ];
  return (
    <li className={css.row}>
      <div className={css.when}><b><Moment at={promise.dueAt} as="label" /></b><State promise={promise} /></div>
      <div className={css.words}>
        <span className={css.text}>{promise.text}</span>
        <span className={css.about}>
          <Link to={`/customers/${onCase.customer.id}`}>{onCase.customer.name}</Link> · <Link to={`/cases/${onCase.id}`}>C-{onCase.number} {onCase.subject}</Link> · {further.join(' · ')}
        </span>
      </div>
      <div className={css.acts}>
        <Link to={`/cases/${onCase.id}`} className={buttonClass({ look: promise.state === 'open' ? 'plain' : 'primary' })}>{texts.openCase}</Link>
        <Button look="quiet" onClick={() => setDoing('keep')}>{texts.keep}</Button>
        <Button look="quiet" onClick={() => setDoing('release')}>{texts.release}</Button>
      </div>
      {doing === 'keep' && <KeepDialog promise={promise} onClose={() => setDoing(null)} />}
      {doing === 'release' && <ReleaseDialog promise={promise} onClose={() => setDoing(null)} />}
    </li>
  );
}

interface About {
  promise: Pick<PromiseOnCase, 'id' | 'text'>;
  onClose: () => void;
}

/** It was kept on the phone or at the counter: says how, since no message of the case will. */
function KeepDialog({ promise, onClose }: About) {
  const texts = useTexts(promisesTexts);
  const say = useToast();
  const [how, setHow] = useState('');
  const keep = useAct(keepByHand);
  const done = () => {
    onClose();
    say({ words: texts.kept });
  };
  return (
    <FormDialog
      title={texts.keepTitle} onClose={onClose} send={texts.keepSend} ready={how.trim() !== ''} pending={keep.isPending} error={keep.error}
      onSend={() => keep.mutate({ params: { id: promise.id }, body: { how } }, { onSuccess: done })}
    >
      <p className="muted">{promise.text}</p>
      <TextInput label={texts.keepLabel} description={texts.keepHow} maxLength={300} value={how} error={keep.error?.fields['how']} onChange={(event) => setHow(event.target.value)} />
    </FormDialog>
  );
}

function ReleaseDialog({ promise, onClose }: About) {
  const texts = useTexts(promisesTexts);
  const say = useToast();
  const [reason, setReason] = useState('');
  const release = useAct(releasePromise);
  const done = () => {
    onClose();
    say({ words: texts.released });
  };
  return (
    <FormDialog
      title={texts.releaseTitle} onClose={onClose} send={texts.releaseSend} ready={reason.trim() !== ''} pending={release.isPending} error={release.error}
      onSend={() => release.mutate({ params: { id: promise.id }, body: { reason } }, { onSuccess: done })}
    >
      <p className="muted">{promise.text}</p>
      <TextInput label={texts.releaseLabel} description={texts.releaseHow} maxLength={300} value={reason} error={release.error?.fields['reason']} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}
