import css from './CustomerPage.module.css';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { customerPageTexts } from '../texts.ts';

/** A survey that waits here. A form and no script: where it leads is a page without any. `name`: how it calls itself to the customer. */
export function Survey({ name, token }: { name: string; token: string }) {
  const texts = useTexts(customerPageTexts);
  return (
    <form className={css.sheet} method="post" action={`/api/customer-page/${token}/survey`}>
      <b>{name}</b>
      <div><Button type="submit" size="l">{texts.survey}</Button></div>
    </form>
  );
}
