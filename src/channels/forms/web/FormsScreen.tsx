import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import css from './FormsScreen.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { departmentRoutes, type Me } from '#people/contract.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { closeForm, listForms, openForm, rotateForm, type FormView } from '../contract.ts';
import { snippetFor } from './snippet.ts';
import { formsScreenTexts } from './texts.ts';

const useListAgain = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keyOf(listForms) });
};

function MakeForm({ me, onMade }: { me: Me; onMade: (form: FormView) => void }) {
  const texts = useTexts(formsScreenTexts);
  const again = useListAgain();
  const make = useAct(openForm);
  const departments = useRead(departmentRoutes.list).data ?? [];
  const form = useForm({ name: '', departmentId: me.departmentId, language: me.company.language as string }, make.error);
  const submit = (): void => {
    if (make.isPending) return;
    const { name, departmentId, language } = form.values;
    make.mutate({ body: { name, departmentId, language: language === 'en' ? 'en' : 'it' } }, {
      onSuccess: (made) => {
        void again();
        onMade(made);
      },
    });
  };
  return (
    <FormSheet label={texts.add} onSubmit={submit} trouble={make.error} acts={<Button type="submit" look="primary" loading={make.isPending}>{texts.add}</Button>}>
      <TextInput {...form.text('name')} label={texts.name} description={texts.nameAbout} autoComplete="off" />
      <Select {...form.text('departmentId')} label={texts.department} choices={departments.filter(({ kind }) => kind === 'service').map(({ id, name }) => ({ value: id, words: name }))} />
      <Select {...form.text('language')} label={texts.language} choices={(['it', 'en'] as const).map((value) => ({ value, words: texts.languages[value] }))} />
    </FormSheet>
  );
}

/** Two acts that cannot be taken back, each asked about first. */
function FormActs({ form }: { form: FormView }) {
  const texts = useTexts(formsScreenTexts);
  const say = useToast();
  const again = useListAgain();
  const rotate = useAct(rotateForm);
  const close = useAct(closeForm);
  const [asking, setAsking] = useState<'rotate' | 'close' | null>(null);
  const done = (words: string) => (): void => {
    say({ words });
    setAsking(null);
    void again();
  };
  const input = { params: { id: form.id } };
  return (
    <>
      <Button onClick={() => setAsking('rotate')}>{texts.rotate}<span className="unseen"> {form.name}</span></Button>
      <Button onClick={() => setAsking('close')}>{texts.close}<span className="unseen"> {form.name}</span></Button>
      <Confirm
        open={asking === 'rotate'} onClose={() => setAsking(null)} title={texts.rotateTitle(form.name)} act={texts.rotate}
        onAct={() => rotate.mutate(input, { onSuccess: done(texts.rotated) })} pending={rotate.isPending} trouble={rotate.error}
      >
        {texts.rotateWords}
      </Confirm>
      <Confirm
        open={asking === 'close'} onClose={() => setAsking(null)} title={texts.closeTitle(form.name)} act={texts.close}
        onAct={() => close.mutate(input, { onSuccess: done(texts.closed(form.name)) })} pending={close.isPending} trouble={close.error}
      >
        {texts.closeWords}
      </Confirm>
    </>
  );
}

function OpenForm({ form, unfolded }: { form: FormView; unfolded: boolean }) {
  const texts = useTexts(formsScreenTexts);
  return (
    <Entry title={form.name} acts={<FormActs form={form} />}>
      <p>{texts.to(form.departmentName)}; {texts.languages[form.language]}; {texts.since} <When at={form.createdAt} as="day" /></p>
      <details open={unfolded}>
        <summary>{texts.show}</summary>
        <div className={css.place}>
          <b>{texts.snippet}</b>
          <CopyText text={snippetFor(form)} label={texts.snippet} />
          <b>{texts.address}</b>
          <CopyText text={form.address} label={texts.address} />
          <div><a className={buttonClass()} href={form.address} target="_blank" rel="noreferrer">{texts.open}</a></div>
        </div>
      </details>
    </Entry>
  );
}

function FormLists({ forms, fresh, add }: { forms: readonly FormView[]; fresh: string | null; add: ReactNode }) {
  const texts = useTexts(formsScreenTexts);
  const open = forms.filter(({ closedAt }) => closedAt === null);
  const closed = forms.filter(({ closedAt }) => closedAt !== null);
  return (
    <div className={css.section}>
      {open.length === 0 && <Empty title={texts.empty.title} action={add}>{texts.empty.words}</Empty>}
      {open.length > 0 && <Entries label={texts.list}>{open.map((form) => <OpenForm key={form.id} form={form} unfolded={form.id === fresh} />)}</Entries>}
      {closed.length > 0 && (
        <details>
          <summary>{texts.closedList} ({closed.length})</summary>
          <Entries label={texts.closedList}>
            {closed.map(({ id, name, closedAt }) => <Entry key={id} title={name}>{closedAt !== null && <>{texts.until} <When at={closedAt} as="day" /></>}</Entry>)}
          </Entries>
        </details>
      )}
    </div>
  );
}

function Forms({ fresh, add }: { fresh: string | null; add: ReactNode }) {
  const list = useRead(listForms);
  return <Ready of={list}>{({ items }) => <FormLists forms={items} fresh={fresh} add={add} />}</Ready>;
}

/** The web forms: made here, put into the company's pages, given a new address or closed. */
export function FormsScreen() {
  const texts = useTexts(formsScreenTexts);
  const say = useToast();
  const [making, setMaking] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const onMade = ({ id, name }: FormView): void => {
    setMaking(false);
    setFresh(id);
    say({ words: texts.made(name) });
  };
  const add = <Button look="primary" onClick={() => setMaking(true)}>{texts.add}</Button>;
  return (
    <SettingsPage place="forms" needs="administer" narrow renderActs={() => add}>
      {(me) => (
        <>
          <Forms fresh={fresh} add={add} />
          <Drawer open={making} onClose={() => setMaking(false)} title={texts.add}><MakeForm me={me} onMade={onMade} /></Drawer>
        </>
      )}
    </SettingsPage>
  );
}
