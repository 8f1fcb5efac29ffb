import { centsFrom } from '#base/cents.ts';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { addTerm, sector, type TermView } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { dayOf } from './say.ts';
import { termTexts } from './texts.ts';

const paths = { nameIt: 'name.it', nameEn: 'name.en', basisIt: 'basis.it', basisEn: 'basis.en', nextIt: 'nextBody.it', nextEn: 'nextBody.en', doublesBeyond: 'indemnity.doublesBeyond', triplesBeyond: 'indemnity.triplesBeyond', euros: 'indemnity.cents' };
const whole = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** A version of a term, begun from another one where there is one. */
export function TermForm({ from, onDone }: { from: TermView | undefined; onDone: () => void }) {
  const texts = useTexts(termTexts);
  const words = useTexts(complaintWords);
  const today = dayOf(useNow());
  const add = useAct(addTerm);
  const form = useForm({
    sector: from?.sector ?? 'none', kind: from?.kind ?? 'complaint', nameIt: from?.name.it ?? '', nameEn: from?.name.en ?? '', basisIt: from?.basis.it ?? '', basisEn: from?.basis.en ?? '',
    days: String(from?.days ?? 30), counts: from?.counts ?? 'calendar', starts: from?.starts ?? 'received', longestDays: from?.longestDays === undefined || from.longestDays === null ? '' : String(from.longestDays),
    euros: from?.indemnity ? String(from.indemnity.cents / 100).replace('.', ',') : '', doublesBeyond: String(from?.indemnity?.doublesBeyond ?? 2), triplesBeyond: String(from?.indemnity?.triplesBeyond ?? 3),
    nextIt: from?.nextBody?.it ?? '', nextEn: from?.nextBody?.en ?? '', validFrom: today, validTo: '',
  }, add.error, paths);
  const { values } = form;
  const cents = centsFrom(values.euros);
  const save = (): void => add.mutate({
    body: {
      sector: sector.options.find((one) => one === values.sector) ?? 'none', kind: values.kind, name: { it: values.nameIt, en: values.nameEn }, basis: { it: values.basisIt, en: values.basisEn },
      days: whole(values.days), counts: values.counts === 'working' ? 'working' : 'calendar', starts: values.starts === 'registered' ? 'registered' : 'received', longestDays: values.longestDays.trim() === '' ? null : whole(values.longestDays),
      indemnity: cents === null ? null : { cents, doublesBeyond: whole(values.doublesBeyond), triplesBeyond: whole(values.triplesBeyond) },
      nextBody: values.nextIt.trim() === '' && values.nextEn.trim() === '' ? null : { it: values.nextIt, en: values.nextEn }, validFrom: values.validFrom, validTo: values.validTo === '' ? null : values.validTo,
    },
  }, { onSuccess: onDone });
  const { fields } = texts;
  return (
    <FormSheet label={texts.title} onSubmit={save} trouble={add.error} acts={<Button type="submit" look="primary" loading={add.isPending}>{texts.save}</Button>}>
      <Select {...form.text('sector')} label={fields.sector} choices={sector.options.map((value) => ({ value, words: words.sectors[value] }))} />
      <TextInput {...form.text('kind')} label={fields.kind} description={fields.kindAbout} maxLength={40} autoComplete="off" />
      <Pair><TextInput {...form.text('nameIt')} label={fields.nameIt} maxLength={120} /><TextInput {...form.text('nameEn')} label={fields.nameEn} maxLength={120} /></Pair>
      <Pair><TextInput {...form.text('basisIt')} label={fields.basisIt} maxLength={300} /><TextInput {...form.text('basisEn')} label={fields.basisEn} maxLength={300} /></Pair>
      <Pair>
        <TextInput {...form.text('days')} label={fields.days} inputMode="numeric" />
        <Select {...form.text('counts')} label={fields.counts} choices={[{ value: 'calendar', words: fields.calendar }, { value: 'working', words: fields.working }]} />
      </Pair>
      <Select {...form.text('starts')} label={fields.starts} choices={[{ value: 'received', words: fields.received }, { value: 'registered', words: fields.registered }]} />
      <TextInput {...form.text('longestDays')} label={fields.longestDays} description={fields.longestAbout} optional inputMode="numeric" />
      <TextInput {...form.text('euros')} label={fields.euros} description={fields.eurosAbout} optional inputMode="decimal" />
      {cents !== null && <Pair><TextInput {...form.text('doublesBeyond')} label={fields.doublesBeyond} inputMode="numeric" /><TextInput {...form.text('triplesBeyond')} label={fields.triplesBeyond} inputMode="numeric" /></Pair>}
      <Pair><TextInput {...form.text('nextIt')} label={fields.nextIt} optional maxLength={200} /><TextInput {...form.text('nextEn')} label={fields.nextEn} optional maxLength={200} /></Pair>
      <Pair><TextInput {...form.text('validFrom')} label={fields.validFrom} type="date" /><TextInput {...form.text('validTo')} label={fields.validTo} type="date" optional /></Pair>
    </FormSheet>
  );
}
