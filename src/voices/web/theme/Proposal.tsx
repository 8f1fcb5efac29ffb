import { useQueryClient } from '@tanstack/react-query';
import css from './Theme.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { confirmTheme, dissolveTheme, type ThemeView } from '../../contract.ts';
import { useGoOnBoard } from '../board/address.ts';
import { boardTexts } from '../board-texts.ts';
import { refreshVoices } from '../reading.ts';
import { PartTitle } from './Section.tsx';
import { aboutBody, AboutFields, aboutOf, aboutPaths } from './Sorting.tsx';

/** A theme that was found at night: is it one, and what is it called? */
export function Proposal({ theme }: { theme: ThemeView }) {
  const texts = useTexts(boardTexts).confirm;
  const say = useToast();
  const client = useQueryClient();
  const go = useGoOnBoard();
  const confirm = useAct(confirmTheme);
  const dissolve = useAct(dissolveTheme);
  const form = useForm(aboutOf(theme), confirm.error ?? dissolve.error);
  const params = { id: theme.id };
  const done = (words: string): void => {
    refreshVoices(client);
    say({ words });
    go({ themeId: null }, true);
  };
  const acts = (
    <>
      <Button type="submit" look="primary" loading={confirm.isPending}>{texts.act}</Button>
      <Button loading={dissolve.isPending} onClick={() => after(dissolve.mutateAsync({ params }), () => done(texts.dissolved))}>{texts.dissolve}</Button>
    </>
  );
  return (
    <div className={css.form}>
      <PartTitle>{texts.title}</PartTitle>
      <p className="small muted">{texts.about}</p>
      <FormSheet label={texts.title} trouble={confirm.error ?? dissolve.error} shows={aboutPaths} acts={acts} onSubmit={() => after(confirm.mutateAsync({ params, body: aboutBody(form.values) }), () => done(texts.done))}>
        <AboutFields form={form} />
      </FormSheet>
    </div>
  );
}
