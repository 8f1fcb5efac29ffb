import { Checkbox, Select, TextInput } from '#ui/Field.tsx';
import type { Form } from '#ui/form.ts';
import { Pair } from '#ui/FormSheet.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import type { Editing } from './editing.ts';
import { calendarScreenTexts } from './texts.ts';

/** Where companies that use Presa are likely to work; the library behind knows more, and the API takes any of them. */
const countries = [
  'IT', 'SM', 'VA', 'CH', 'AT', 'DE', 'FR', 'ES', 'PT', 'GB', 'IE', 'NL', 'BE', 'LU', 'SI', 'HR', 'MT', 'GR', 'PL', 'CZ', 'SK', 'HU', 'RO', 'BG', 'DK', 'SE', 'NO', 'FI',
  'EE', 'LV', 'LT', 'CY', 'US', 'CA', 'AU',
];

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const monthName = (month: number, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)));

function Region({ form }: { form: Form<Editing> }) {
  const texts = useTexts(calendarScreenTexts);
  const error = form.errorOf('holidaysOf.region');
  if (form.values.country === 'IT') {
    return <Select {...form.text('region')} error={error} label={texts.region} placeholder={texts.wholeCountry} optional choices={[{ value: '32', words: texts.regions['IT-32'] }]} />;
  }
  return <TextInput {...form.text('region')} error={error} label={texts.region} description={texts.regionAbout} optional maxLength={12} />;
}

/** The feast of the town's patron: a name and a day of the year. */
function PatronDay({ form }: { form: Form<Editing> }) {
  const texts = useTexts(calendarScreenTexts);
  const { language } = useLanguage();
  const { patron } = form.values;
  return (
    <>
      <Checkbox
        label={texts.patron}
        checked={patron !== null}
        onChange={(event) => form.set('patron', event.target.checked ? { month: 6, day: 24, name: '' } : null)}
      />
      {patron && (
        <Pair>
          <TextInput label={texts.patronName} placeholder={texts.patronNameHint} value={patron.name} error={form.errorOf('holidaysOf.patronDay.name')} onChange={(event) => form.set('patron', { ...patron, name: event.target.value })} />
          <TextInput label={texts.patronDay} type="number" min={1} max={31} value={patron.day} error={form.errorOf('holidaysOf.patronDay.day')} onChange={(event) => form.set('patron', { ...patron, day: event.target.valueAsNumber || 1 })} />
          <Select label={texts.patronMonth} value={patron.month} choices={months.map((month) => ({ value: String(month), words: monthName(month, language) }))} onChange={(event) => form.set('patron', { ...patron, month: Number(event.target.value) })} />
        </Pair>
      )}
    </>
  );
}

/** Whose public holidays close: a country, perhaps a region of it, perhaps a town's patron. */
export function Holidays({ form }: { form: Form<Editing> }) {
  const texts = useTexts(calendarScreenTexts);
  const { language } = useLanguage();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { country } = form.values;
  const known = country === '' || countries.includes(country) ? countries : [country, ...countries];
  return (
    <Panel title={texts.holidays}>
      <Pair>
        <Select
          {...form.text('country')}
          error={form.errorOf('holidaysOf.country')}
          onChange={(event) => form.put({ country: event.target.value, region: '' })}
          label={texts.country}
          placeholder={texts.noCountry}
          optional
          choices={known.map((code) => ({ value: code, words: names.of(code) ?? code }))}
        />
        {country !== '' && <Region form={form} />}
      </Pair>
      {country !== '' && <PatronDay form={form} />}
    </Panel>
  );
}
