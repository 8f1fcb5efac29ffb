import { useState } from 'react';
import css from './Incidents.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { DueField } from '#cases/web/DueField.tsx';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { useMe } from '#people/web/me.ts';
import { Select, Textarea } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { incidentState, readReach, takeUpdateBack, writeUpdate, type IncidentState, type IncidentView, type ReachView } from '../contract.ts';
import { letterOf } from '../letter.ts';
import { incidentTexts } from './texts.ts';

const both = ['it', 'en'] as const;
type Texts = Readonly<Record<(typeof both)[number], string>>;

const isWritten = (text: string): boolean => text.trim() !== '';

/** One update for everybody: written once in each language, with who will get it and how they will read it. */
export function WriteUpdate({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const texts = useTexts(incidentTexts);
  const say = useToast();
  const reach = useRead(readReach, { params: { id: incident.id } }).data;
  const [state, setState] = useState<IncidentState>(incident.state === 'investigating' ? 'identified' : incident.state);
  const [written, setWritten] = useState<Texts>({ it: '', en: '' });
  const [chosen, setNextUpdateAt] = useState<string | null>(null);
  const send = useAct(writeUpdate);
  const undo = useAct(takeUpdateBack);
  const nextUpdateAt = state === 'resolved' ? null : chosen;
  const languages = both.filter((language) => isWritten(written[language]));
  const count = reach === undefined ? 0 : languages.reduce((sum, language) => sum + reach.told[language], 0);
  const ready = reach !== undefined && languages.length > 0 && (state === 'resolved' || nextUpdateAt !== null);
  const tell = (): void => {
    const said = { it: isWritten(written.it) ? written.it : null, en: isWritten(written.en) ? written.en : null };
    send.mutate({ params: { id: incident.id }, body: { texts: said, state, nextUpdateAt } }, {
      onSuccess: ({ id }) => {
        say({ words: texts.writing.sent, undo: () => after(undo.mutateAsync({ params: { id } }), () => say({ words: texts.writing.back }), (words) => words && say({ words })) });
        onClose();
      },
    });
  };
  return (
    <FormDialog title={texts.writing.title} onClose={onClose} send={count > 0 ? texts.writing.send(count) : texts.writing.nobody} onSend={tell} ready={ready} pending={send.isPending} error={send.error}>
      <Select label={texts.writing.state} value={state} onChange={(event) => setState(incidentState.options.find((one) => one === event.target.value) ?? state)} choices={incidentState.options.map((value) => ({ value, words: texts.states[value] }))} />
      {both.map((language) => (
        <Textarea
          key={language} label={texts.writing[language]} {...(language === 'it' && { description: texts.writing.about })} rows={4} maxLength={5_000} lang={language} value={written[language]} optional={languages.length > 0 && !isWritten(written[language])}
          onChange={(event) => setWritten({ ...written, [language]: event.target.value })}
        />
      ))}
      {state !== 'resolved' && <DueField label={texts.writing.next} value={nextUpdateAt} onChange={setNextUpdateAt} error={send.error?.fields['nextUpdateAt']} />}
      {reach === undefined ? <Loading shape="text" rows={2} /> : <Reach reach={reach} written={written} />}
      {reach !== undefined && languages.map((language) => <Preview key={language} language={language} reach={reach} text={written[language]} nextUpdateAt={nextUpdateAt} />)}
    </FormDialog>
  );
}

function Reach({ reach, written }: { reach: ReachView; written: Texts }) {
  const texts = useTexts(incidentTexts);
  const lines = [
    ...both.filter((language) => reach.told[language] > 0).map((language) => (isWritten(written[language]) ? texts.writing.told : texts.writing.missing)[language](reach.told[language])),
    ...(reach.noted > 0 ? [texts.writing.noted(reach.noted)] : []),
    ...reach.cannot.map(({ reason, count }) => `${texts.notTold(count)}: ${texts.untold[reason]}`),
  ];
  return (
    <section aria-label={texts.writing.reach} aria-live="polite">
      <b>{texts.writing.reach}</b>
      <ul className={css.reach}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}

interface PreviewProps {
  language: 'it' | 'en';
  reach: ReachView;
  text: string;
  nextUpdateAt: string | null;
}

/** The letter as the first who gets it in that language will read it. */
function Preview({ language, reach, text, nextUpdateAt }: PreviewProps) {
  const texts = useTexts(incidentTexts);
  const now = useNow();
  const me = useMe();
  const one = reach.examples[language];
  if (one === null) return null;
  const letter = letterOf({
    language, text, nextUpdateAt: nextUpdateAt === null ? null : new Date(nextUpdateAt), customerName: one.customerName, ownerName: one.ownerName, writerName: me?.name ?? '', companyName: reach.companyName, now, timeZone: reach.timeZone,
  });
  return (
    <details>
      <summary>{texts.writing.preview(one.customerName)}</summary>
      <div className={css.letter} lang={language}>{letter}</div>
    </details>
  );
}
