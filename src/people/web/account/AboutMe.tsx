import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox, Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Fact, Panel } from '#ui/Panel.tsx';
import { useSingleKeys } from '#ui/shortcuts.ts';
import { useToast } from '#ui/Toast.tsx';
import { ThemeToggle } from '#ui/toggles.tsx';
import { sessionRoutes, type Me } from '../../contract.ts';
import { peopleTexts } from '../../texts.ts';
import { useKeepMe } from '../me.ts';
import { accountTexts } from '../texts/account.ts';
import css from './account.module.css';

const isLanguage = (value: string): value is Me['language'] => value === 'it' || value === 'en';

function Names({ me }: { me: Me }) {
  const texts = useTexts(accountTexts).me;
  const { choose } = useLanguage();
  const keep = useKeepMe();
  const say = useToast();
  const change = useAct(sessionRoutes.changeMe);
  const form = useForm<{ name: string; language: string }>({ name: me.name, language: me.language }, change.error);
  const submit = (): void => {
    const { name, language } = form.values;
    if (change.isPending || !isLanguage(language)) return;
    change.mutate({ body: { name, language } }, {
      onSuccess: (answer) => {
        keep(answer);
        choose(answer.language);
        say({ words: texts.saved });
      },
    });
  };
  return (
    <Panel title={texts.title}>
      <FormSheet label={texts.title} onSubmit={submit} trouble={change.error} shows={['name', 'language']} acts={<Button type="submit" look="primary" loading={change.isPending}>{texts.save}</Button>}>
        <TextInput {...form.text('name')} label={texts.name} description={texts.nameAbout} autoComplete="name" />
        <Select {...form.text('language')} label={texts.language} description={texts.languageAbout} choices={(['it', 'en'] as const).map((value) => ({ value, words: texts.languages[value] }))} />
      </FormSheet>
    </Panel>
  );
}

/** What a member may change about themselves, and what others have decided about them. */
export function AboutMe({ me, deputyName }: { me: Me; deputyName: string | null }) {
  const texts = useTexts(accountTexts).me;
  const { roles } = useTexts(peopleTexts);
  const [single, turnSingle] = useSingleKeys();
  return (
    <div className={css.columns}>
      <Names me={me} />
      <div className={css.stack}>
        <Panel title={texts.role}>
          <dl className={css.facts}>
            <Fact name={texts.roles}>{me.roles.map((role) => roles[role]).join(', ')}</Fact>
            <Fact name={texts.department}>{me.departmentName}</Fact>
            <Fact name={texts.level}>{me.level}</Fact>
            <Fact name={texts.deputy}>{deputyName ?? texts.noDeputy}</Fact>
            <Fact name="E-mail">{me.email}</Fact>
          </dl>
        </Panel>
        <Panel title={texts.look}>
          <div className={css.line}><span>{texts.theme}</span><ThemeToggle /></div>
          <Checkbox label={texts.keys} description={texts.keysAbout} checked={single} onChange={(event) => turnSingle(event.target.checked)} />
        </Panel>
      </div>
    </div>
  );
}
