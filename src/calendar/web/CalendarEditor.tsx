import { useQueryClient } from '@tanstack/react-query';
import css from './calendar.module.css';
import { keyOf, useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm, type Form } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Panel } from '#ui/Panel.tsx';
import { useToast } from '#ui/Toast.tsx';
import { calendarRoutes, type CalendarInUse } from '../contract.ts';
import { calendarTexts } from '../texts.ts';
import { editingOf, inputOf, newEditing, type Editing } from './editing.ts';
import { Exceptions } from './Exceptions.tsx';
import { Holidays } from './Holidays.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { ComingHolidays, Preview, tryOut } from './Preview.tsx';
import { calendarScreenTexts } from './texts.ts';
import { weekdays } from './week-words.ts';

function Week({ form }: { form: Form<Editing> }) {
  const texts = useTexts(calendarScreenTexts);
  const names = useTexts(calendarTexts).weekdays;
  const { week } = form.values;
  const copy = (): void => form.set('week', { ...week, 2: week[1], 3: week[1], 4: week[1], 5: week[1] });
  const whole = form.errorOf('week');
  return (
    <Panel title={texts.week} aside={<Button look="quiet" onClick={copy}>{texts.copyDown}</Button>}>
      <p className="small muted">{texts.weekAbout}</p>
      {whole && <p className={css.error} role="alert">{whole}</p>}
      <div>
        {weekdays.map((day) => (
          <div key={day} className={css.day}>
            <h3>{names[day]}</h3>
            <HoursEditor of={names[day]} hours={week[day]} onChange={(hours) => form.set('week', { ...week, [day]: hours })} errorOf={(at, field) => form.errorOf(`week.${day}.${at}.${field}`)} />
          </div>
        ))}
      </div>
    </Panel>
  );
}

const zones = (own: string): string[] => [...new Set([own, 'Europe/Rome', ...Intl.supportedValuesOf('timeZone')])];

interface CalendarEditorProps {
  /** Absent for a new one. */
  calendar?: CalendarInUse;
  timeZone: string;
  onSaved: (calendar: CalendarInUse) => void;
}

const sameHolidays = (editing: Editing, calendar: CalendarInUse): boolean =>
  JSON.stringify(inputOf(editing).holidaysOf) === JSON.stringify(inputOf(editingOf(calendar)).holidaysOf);

/** A calendar: its week, whose holidays it keeps, what breaks the rule; beside it, the next days as they would be. */
export function CalendarEditor({ calendar, timeZone, onSaved }: CalendarEditorProps) {
  const texts = useTexts(calendarScreenTexts);
  const client = useQueryClient();
  const say = useToast();
  const now = useNow();
  const add = useAct(calendarRoutes.add);
  const change = useAct(calendarRoutes.change);
  const act = calendar ? change : add;
  const form = useForm<Editing>(calendar ? editingOf(calendar) : newEditing(timeZone), act.error, { patron: 'holidaysOf.patronDay', country: 'holidaysOf.country', region: 'holidaysOf.region' });
  const { values } = form;
  const saved = (answer: CalendarInUse): void => {
    say({ words: texts.saved });
    void client.invalidateQueries({ queryKey: keyOf(calendarRoutes.list) });
    onSaved(answer);
  };
  const submit = (): void => {
    if (act.isPending) return;
    if (calendar) change.mutate({ params: { id: calendar.id }, body: inputOf(values) }, { onSuccess: saved });
    else add.mutate({ body: inputOf(values) }, { onSuccess: saved });
  };
  // The holidays of another country are known only after saving; until then the preview would show the wrong ones.
  const holidays = calendar && sameHolidays(values, calendar) ? calendar.holidays : [];
  return (
    <div className={css.columns}>
      <FormSheet label={calendar?.name ?? texts.new} onSubmit={submit} trouble={act.error} acts={<Button type="submit" look="primary" size="l" loading={act.isPending}>{texts.save}</Button>}>
        <Panel>
          <TextInput {...form.text('name')} label={texts.name} description={texts.nameAbout} autoComplete="off" />
          <Select {...form.text('timeZone')} label={texts.timeZone} description={texts.timeZoneAbout} choices={zones(values.timeZone).map((value) => ({ value, words: value.replaceAll('_', ' ') }))} />
        </Panel>
        <Week form={form} />
        <Holidays form={form} />
        <Exceptions form={form} today={now.toISOString().slice(0, 10)} />
      </FormSheet>
      <aside className={css.side}>
        <Preview calendar={tryOut({ ...values, holidays })} />
        {calendar && <ComingHolidays coming={calendar.coming} />}
      </aside>
    </div>
  );
}
