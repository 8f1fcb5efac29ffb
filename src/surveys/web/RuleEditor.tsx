import { useState } from 'react';
import css from './Surveys.module.css';
import { escapeHtml } from '#base/html.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { departmentRoutes } from '#people/contract.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { Checkbox, Textarea, TextInput } from '#ui/Field.tsx';
import { FormSheet, Group, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useToast } from '#ui/Toast.tsx';
import { changeRule, renewKey, type Rule, type SurveyView } from '../contract.ts';
import { editorTexts } from './editor-texts.ts';

const ways = ['mail', 'page', 'link', 'widget'] as const;
const channels = ['email', 'phone', 'form', 'page', 'chat', 'review', 'social'] as const;
const languages = ['it', 'en'] as const;

/** What is typed of a number: anything, until it is sent. */
interface Typed {
  afterHours: string;
  valueFrom: string;
  valueTo: string;
  sample: string;
  rest: string;
  lives: string;
  origins: string;
}

const inEuro = (cents: number | null): string => (cents === null ? '' : String(cents / 100));
const inCents = (typed: string): number | null => (typed.trim() === '' ? null : Math.round(Number(typed.replace(',', '.')) * 100));
const typedOf = (rule: Rule): Typed => ({
  afterHours: String(rule.afterHours), valueFrom: inEuro(rule.valueFromCents), valueTo: inEuro(rule.valueToCents), sample: String(rule.samplePercent), rest: String(rule.restDays), lives: String(rule.livesDays), origins: rule.origins.join('\n'),
});
const ruleOf = (rule: Rule, typed: Typed): Rule => ({
  ...rule, afterHours: Number(typed.afterHours), valueFromCents: inCents(typed.valueFrom), valueToCents: inCents(typed.valueTo), samplePercent: Number(typed.sample), restDays: Number(typed.rest), livesDays: Number(typed.lives),
  origins: typed.origins.split('\n').map((one) => one.trim()).filter((one) => one !== ''),
});

const toggled = <One,>(list: readonly One[], one: One, on: boolean): One[] => (on ? [...list, one] : list.filter((other) => other !== one));

/** Whom it asks, when, how many of them, and on which roads. */
export function RuleEditor({ survey, writes }: { survey: SurveyView; writes: boolean }) {
  const texts = useTexts(editorTexts);
  const say = useToast();
  const [rule, setRule] = useState<Rule>(survey.rule);
  const [typed, setTyped] = useState(typedOf(survey.rule));
  const change = useAct(changeRule);
  const params = { id: survey.id };
  const before = survey.rule;
  const takeBack = (): void =>
    change.mutate({ params, body: before }, {
      onSuccess: () => {
        setRule(before);
        setTyped(typedOf(before));
        say({ words: texts.undone });
      },
    });
  const save = (): void => {
    if (!change.isPending) change.mutate({ params, body: ruleOf(rule, typed) }, { onSuccess: () => say({ words: texts.rule.saved, undo: takeBack }) });
  };
  return (
    <div className={css.body}>
      <fieldset className={css.locked} disabled={!writes}>
        {!writes && <p className={css.about}>{texts.readOnly}</p>}
        <FormSheet label={texts.rule.save} onSubmit={save} trouble={change.error} shows={['origins', 'afterHours', 'samplePercent', 'restDays', 'livesDays', 'valueFromCents', 'valueToCents']} acts={writes && <Button type="submit" look="primary" loading={change.isPending}>{texts.rule.save}</Button>}>
          <Panel title={texts.rule.ways}><Ways rule={rule} typed={typed} onRule={setRule} onTyped={setTyped} error={change.error?.fields['origins'] ?? change.error?.fields['origins.0']} /></Panel>
          <Panel title={texts.rule.whom}><Whom rule={rule} typed={typed} onRule={setRule} onTyped={setTyped} errors={change.error?.fields} /></Panel>
          <Panel title={texts.rule.howMany}><HowMany typed={typed} onTyped={setTyped} errors={change.error?.fields} /></Panel>
        </FormSheet>
      </fieldset>
      {(before.ways.link || before.ways.widget) && <Addresses survey={survey} writes={writes} />}
    </div>
  );
}

interface PartProps {
  rule: Rule;
  typed: Typed;
  onRule: (rule: Rule) => void;
  onTyped: (typed: Typed) => void;
}

type Errors = Readonly<Record<string, string>> | undefined;

function Ways({ rule, typed, onRule, onTyped, error }: PartProps & { error: string | undefined }) {
  const texts = useTexts(editorTexts).rule;
  return (
    <div className={css.fields}>
      <Group legend={<span className="unseen">{texts.ways}</span>}>{ways.map((way) => <Checkbox key={way} label={texts.wayWords[way]} checked={rule.ways[way]} onChange={(event) => onRule({ ...rule, ways: { ...rule.ways, [way]: event.target.checked } })} />)}</Group>
      {rule.ways.widget && <Textarea label={texts.origins} description={texts.originsAbout} error={error} value={typed.origins} onChange={(event) => onTyped({ ...typed, origins: event.target.value })} />}
      {rule.ways.mail && <TextInput label={texts.afterHours} description={texts.afterHoursAbout} inputMode="numeric" value={typed.afterHours} onChange={(event) => onTyped({ ...typed, afterHours: event.target.value })} />}
    </div>
  );
}

function Whom({ rule, typed, onRule, onTyped, errors }: PartProps & { errors: Errors }) {
  const texts = useTexts(editorTexts).rule;
  const departments = (useRead(departmentRoutes.list).data ?? []).filter(({ kind }) => kind === 'service');
  return (
    <div className={css.fields}>
      <p className={css.about}>{texts.everybody} {texts.never}</p>
      <Group legend={texts.channels}><div className={css.ticks}>{channels.map((one) => <Checkbox key={one} label={texts.channelWords[one]} checked={rule.channels.includes(one)} onChange={(event) => onRule({ ...rule, channels: toggled(rule.channels, one, event.target.checked) })} />)}</div></Group>
      {departments.length > 1 && <Group legend={texts.departments}><div className={css.ticks}>{departments.map(({ id, name }) => <Checkbox key={id} label={name} checked={rule.departmentIds.includes(id)} onChange={(event) => onRule({ ...rule, departmentIds: toggled(rule.departmentIds, id, event.target.checked) })} />)}</div></Group>}
      <Group legend={texts.language}><div className={css.ticks}>{languages.map((one) => <Checkbox key={one} label={texts.languages[one]} checked={rule.languages.includes(one)} onChange={(event) => onRule({ ...rule, languages: toggled(rule.languages, one, event.target.checked) })} />)}</div></Group>
      <Pair>
        <TextInput label={texts.valueFrom} description={texts.valueAbout} inputMode="decimal" optional value={typed.valueFrom} error={errors?.['valueFromCents']} onChange={(event) => onTyped({ ...typed, valueFrom: event.target.value })} />
        <TextInput label={texts.valueTo} inputMode="decimal" optional value={typed.valueTo} error={errors?.['valueToCents']} onChange={(event) => onTyped({ ...typed, valueTo: event.target.value })} />
      </Pair>
    </div>
  );
}

function HowMany({ typed, onTyped, errors }: { typed: Typed; onTyped: (typed: Typed) => void; errors: Errors }) {
  const texts = useTexts(editorTexts).rule;
  return (
    <div className={css.fields}>
      <Pair>
        <TextInput label={texts.sample} description={texts.sampleAbout} inputMode="numeric" value={typed.sample} error={errors?.['samplePercent']} onChange={(event) => onTyped({ ...typed, sample: event.target.value })} />
        <TextInput label={texts.rest} description={texts.restAbout} inputMode="numeric" value={typed.rest} error={errors?.['restDays']} onChange={(event) => onTyped({ ...typed, rest: event.target.value })} />
      </Pair>
      <TextInput label={texts.lives} inputMode="numeric" value={typed.lives} error={errors?.['livesDays']} onChange={(event) => onTyped({ ...typed, lives: event.target.value })} />
    </div>
  );
}

function Addresses({ survey, writes }: { survey: SurveyView; writes: boolean }) {
  const texts = useTexts(editorTexts).rule;
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const renew = useAct(renewKey);
  const done = (): void => {
    setAsking(false);
    say({ words: texts.renewed });
  };
  return (
    <Panel title={texts.link} aside={writes && <Button onClick={() => setAsking(true)}>{texts.renew}</Button>}>
      <div className={css.fields}>
        {survey.rule.ways.link && <><CopyText text={survey.address} label={texts.link} /><div><a className={buttonClass({})} href={survey.address} target="_blank" rel="noreferrer">{texts.link}</a></div></>}
        {survey.rule.ways.widget && <><h3 className={css.question}>{texts.snippet}</h3><p className={css.about}>{texts.snippetAbout}</p><CopyText text={`<script src="${escapeHtml(survey.address)}.js" async></script>`} label={texts.snippet} /></>}
      </div>
      <Confirm open={asking} onClose={() => setAsking(false)} title={texts.renewTitle} act={texts.renew} onAct={() => renew.mutate({ params: { id: survey.id } }, { onSuccess: done })} pending={renew.isPending} trouble={renew.error}>{texts.renewWords}</Confirm>
    </Panel>
  );
}
