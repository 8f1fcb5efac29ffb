import css from './calendar.module.css';
import { Button } from '#ui/Button.tsx';
import { Checkbox, TextInput } from '#ui/Field.tsx';
import type { Form } from '#ui/form.ts';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import type { Editing } from './editing.ts';
import { HoursEditor } from './HoursEditor.tsx';
import { calendarScreenTexts } from './texts.ts';

type Exception = Editing['exceptions'][number];

interface ExceptionProps {
  exception: Exception;
  errorOf: (field: string) => string | undefined;
  onChange: (exception: Exception) => void;
  onRemove: () => void;
}

function ExceptionEditor({ exception, errorOf, onChange, onRemove }: ExceptionProps) {
  const texts = useTexts(calendarScreenTexts);
  const { name, from, to, hours } = exception;
  const open = hours.length > 0;
  return (
    <div className={css.exception} role="group" aria-label={name || texts.exceptions}>
      <TextInput label={texts.exceptionName} placeholder={texts.exceptionHint} value={name} error={errorOf('name')} onChange={(event) => onChange({ ...exception, name: event.target.value })} />
      <div className={css.dates}>
        <TextInput label={texts.firstDay} type="date" value={from} error={errorOf('from')} onChange={(event) => onChange({ ...exception, from: event.target.value, to: to < event.target.value ? event.target.value : to })} />
        <TextInput label={texts.lastDay} type="date" min={from} value={to} error={errorOf('to')} onChange={(event) => onChange({ ...exception, to: event.target.value })} />
      </div>
      <Checkbox label={texts.open} checked={open} onChange={(event) => onChange({ ...exception, hours: event.target.checked ? [{ from: '09:00', to: '13:00' }] : [] })} />
      {open && <HoursEditor of={name || texts.open} hours={hours} errorOf={(at, field) => errorOf(`hours.${at}.${field}`)} onChange={(changed) => onChange({ ...exception, hours: changed })} />}
      <div><Button onClick={onRemove}>{texts.removeException}<span className="unseen"> {name}</span></Button></div>
    </div>
  );
}

/** Closures and openings that break the rule of the week, each with its reason. */
export function Exceptions({ form, today }: { form: Form<Editing>; today: string }) {
  const texts = useTexts(calendarScreenTexts);
  const { exceptions } = form.values;
  const put = (at: number, changed: Exception): void => form.set('exceptions', exceptions.map((one, place) => (place === at ? changed : one)));
  return (
    <Panel
      title={texts.exceptions}
      aside={<Button onClick={() => form.set('exceptions', [...exceptions, { name: '', from: today, to: today, hours: [] }])}>{texts.addException}</Button>}
    >
      <p className="small muted">{texts.exceptionsAbout}</p>
      {exceptions.length === 0 && <p className="faint">{texts.noExceptions}</p>}
      <div>
        {exceptions.map((exception, at) => (
          <ExceptionEditor
            key={at}
            exception={exception}
            errorOf={(field) => form.errorOf(`exceptions.${at}.${field}`)}
            onChange={(changed) => put(at, changed)}
            onRemove={() => form.set('exceptions', exceptions.filter((_one, place) => place !== at))}
          />
        ))}
      </div>
    </Panel>
  );
}
