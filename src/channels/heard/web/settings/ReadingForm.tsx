import { useNavigate } from '@tanstack/react-router';
import css from './heard.module.css';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm, type Form } from '#ui/form.ts';
import { FormSheet, Group, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useToast } from '#ui/Toast.tsx';
import { discardImport, rereadImport, startImport, type ImportDetail } from '../../contract.ts';
import { charsets, fields, separators, type Field, type Mapping } from '../../rules.ts';
import { Preview } from './Preview.tsx';
import { heardScreenTexts } from './texts.ts';

interface Said {
  mapping: Mapping;
  dateOrder: string;
  site: string;
  channel: string;
  pageUrl: string;
  onlyFrom: string;
}

/** In which letters, and parted by what: found out, and changed by whoever sees that it is wrong. */
function Letters({ detail: { import: { id }, reading } }: { detail: ImportDetail }) {
  const texts = useTexts(heardScreenTexts).reading;
  const reread = useAct(rereadImport);
  const read = (how: { charset?: string; separator?: string }): void =>
    reread.mutate({ params: { id }, body: { charset: reading.charset, separator: reading.separator, ...how } as Pick<typeof reading, 'charset' | 'separator'> });
  return (
    <Pair>
      <Select label={texts.charset} value={reading.charset} disabled={reread.isPending} onChange={(event) => read({ charset: event.target.value })} choices={charsets.map((value) => ({ value, words: texts.charsets[value] }))} />
      {reading.format === 'columns' && (
        <Select label={texts.separator} value={reading.separator} disabled={reread.isPending} onChange={(event) => read({ separator: event.target.value })} choices={separators.map((value) => ({ value, words: texts.separators[value] }))} />
      )}
    </Pair>
  );
}

function Columns({ detail: { columns, sample }, form }: { detail: ImportDetail; form: Form<Said> }) {
  const texts = useTexts(heardScreenTexts).reading;
  const { mapping } = form.values;
  const example = (column: string | undefined): string => {
    const at = columns.indexOf(column ?? '');
    return at === -1 ? '' : (sample.map((row) => row[at] ?? '').find((cell) => cell !== '') ?? '').slice(0, 60);
  };
  const choose = (field: Field, column: string): void => {
    const { [field]: _, ...others } = mapping;
    form.set('mapping', column === '' ? others : { ...others, [field]: column });
  };
  return (
    <Group legend={texts.columns} about={texts.columnsAbout}>
      <div className={css.fields}>
        {fields.map((field) => (
          <Select
            key={field} label={texts.fields[field]} optional={field !== 'text'} description={example(mapping[field])} placeholder={texts.nothing} value={mapping[field] ?? ''}
            onChange={(event) => choose(field, event.target.value)} choices={columns.map((value) => ({ value, words: value }))}
          />
        ))}
      </div>
    </Group>
  );
}

function ForAll({ form }: { form: Form<Said> }) {
  const texts = useTexts(heardScreenTexts).reading;
  const { at, url } = form.values.mapping;
  return (
    <Group legend={texts.all}>
      <div className={css.fields}>
        <Select {...form.text('channel')} label={texts.channel} choices={(['review', 'social'] as const).map((value) => ({ value, words: texts.channels[value] }))} />
        <TextInput {...form.text('site')} label={texts.site} description={texts.siteAbout} optional autoComplete="off" maxLength={60} />
        <TextInput {...form.text('pageUrl')} label={texts.pageUrl} description={texts.pageUrlAbout} optional={url !== undefined} type="url" autoComplete="off" />
        {at !== undefined && <Select {...form.text('dateOrder')} label={texts.dateOrder} choices={(['dmy', 'mdy'] as const).map((value) => ({ value, words: texts.dateOrders[value] }))} />}
        {at !== undefined && <TextInput {...form.text('onlyFrom')} label={texts.onlyFrom} description={texts.onlyFromAbout} optional type="date" />}
      </div>
    </Group>
  );
}

function Discard({ id }: { id: string }) {
  const texts = useTexts(heardScreenTexts).reading;
  const navigate = useNavigate();
  const say = useToast();
  const discard = useAct(discardImport);
  const act = (): void =>
    discard.mutate({ params: { id } }, {
      onSuccess: () => {
        say({ words: texts.discarded });
        void navigate({ to: '/settings/heard' });
      },
    });
  return <Button loading={discard.isPending} onClick={act}>{texts.discard}</Button>;
}

/** What somebody says of a file before it is brought in, with its first rows as they would come. */
export function ReadingForm({ detail }: { detail: ImportDetail }) {
  const texts = useTexts(heardScreenTexts).reading;
  const start = useAct(startImport);
  const { reading, import: file } = detail;
  const form = useForm<Said>(
    { mapping: reading.mapping as Mapping, dateOrder: reading.dateOrder, site: reading.site ?? '', channel: reading.channel, pageUrl: reading.pageUrl ?? '', onlyFrom: reading.onlyFrom ?? '' }, start.error,
  );
  const { mapping, site, pageUrl, onlyFrom } = form.values;
  const [dateOrder, channel] = [form.values.dateOrder === 'mdy' ? ('mdy' as const) : ('dmy' as const), form.values.channel === 'social' ? ('social' as const) : ('review' as const)];
  const said = { mapping, dateOrder, channel, site: site.trim() === '' ? null : site, pageUrl: pageUrl.trim() === '' ? null : pageUrl, onlyFrom: onlyFrom === '' ? null : onlyFrom };
  const submit = (): void => {
    if (!start.isPending) start.mutate({ params: { id: file.id }, body: said });
  };
  const acts = (
    <>
      <Button type="submit" look="primary" loading={start.isPending}>{texts.start(file.rows)}</Button>
      <Discard id={file.id} />
    </>
  );
  return (
    <Panel title={texts.title}>
      <FormSheet label={texts.title} onSubmit={submit} trouble={start.error} acts={acts}>
        <Letters detail={detail} />
        <Columns detail={detail} form={form} />
        <ForAll form={form} />
        <Preview detail={detail} said={said} />
      </FormSheet>
    </Panel>
  );
}
