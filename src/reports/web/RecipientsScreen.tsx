import { Link } from '@tanstack/react-router';
import css from './Management.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { addRecipient, listRecipients, removeRecipient } from '../contract.ts';
import { reportTexts } from '../texts.ts';
import { managementTexts } from './texts.ts';

const nobody = { name: '', email: '', language: 'it' };

/** Who gets the week on Monday: the management, and whoever was added without an account. */
export function RecipientsScreen() {
  const { list: texts } = useTexts(managementTexts);
  const { back } = useTexts(reportTexts).behind;
  const { data, error, refetch } = useRead(listRecipients);
  const say = useToast();
  const [add, remove] = [useAct(addRecipient), useAct(removeRecipient)];
  const form = useForm(nobody, add.error);
  const put = (person: { name: string; email: string; language: 'it' | 'en' }, done: () => void) =>
    after(add.mutateAsync({ body: person }), () => {
      void refetch();
      done();
    });
  const save = () =>
    put({ name: form.values.name, email: form.values.email, language: form.values.language === 'en' ? 'en' : 'it' }, () => {
      say({ words: texts.added(form.values.name) });
      form.put(nobody);
    });
  const drop = (person: { id: string; name: string; email: string; language: 'it' | 'en' }) =>
    after(remove.mutateAsync({ params: { id: person.id } }), () => {
      void refetch();
      say({ words: texts.removed(person.name), undo: () => put(person, () => undefined) });
    });
  return (
    <Page title={texts.title} lead={texts.lead} back={<Link to="/management">← {back}</Link>} narrow>
      <Problem of={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={4} />}
      {data && (
        <>
          <section className={css.block}>
            <h2>{texts.management}</h2>
            {data.management.length === 0 ? <p className={css.quiet}>{texts.noManagement}</p> : <ul className={css.rows}>{data.management.map((one) => <li key={one.id}><span>{one.name}</span><span className={css.quiet}>{one.email}</span></li>)}</ul>}
          </section>
          <section className={css.block}>
            <h2>{texts.others}</h2>
            {data.items.length === 0 ? <p className={css.quiet}>{texts.none}</p> : (
              <ul className={css.rows}>
                {data.items.map((one) => <li key={one.id}><span className={css.what}>{one.name} <span className={css.quiet}>{one.email}</span></span><Button onClick={() => drop(one)}>{texts.remove}</Button></li>)}
              </ul>
            )}
          </section>
          <FormSheet label={texts.add} onSubmit={save} trouble={add.error} acts={<Button look="primary" type="submit" loading={add.isPending}>{texts.add}</Button>}>
            <TextInput label={texts.name} {...form.text('name')} maxLength={120} />
            <TextInput label={texts.email} type="email" {...form.text('email')} maxLength={254} />
            <Select label={texts.language} {...form.text('language')} choices={[{ value: 'it', words: texts.it }, { value: 'en', words: texts.en }]} />
          </FormSheet>
        </>
      )}
    </Page>
  );
}
