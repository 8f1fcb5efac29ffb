import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import css from './MemberMenu.module.css';
import { useAct } from '#app/web/client.ts';
import { Avatar } from '#ui/Avatar.tsx';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { sessionRoutes, type Me } from '../contract.ts';
import { entryTexts } from './texts/entry.ts';

/** Who is signed in, the way to their own page, and the way out. */
export function MemberMenu({ me }: { me: Me }) {
  const texts = useTexts(entryTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const say = useToast();
  const leave = useAct(sessionRoutes.signOut);
  const signOut = (): void =>
    leave.mutate(undefined, {
      onSuccess: () => {
        void navigate({ to: '/sign-in' }).then(() => client.clear());
        say({ words: texts.signedOut });
      },
      onError: (error) => say({ words: error.words ?? error.message }),
    });
  return (
    <div>
      <div className={css.head}>
        <p className={css.company}>{me.company.name}</p>
        <Button look="quiet" loading={leave.isPending} onClick={signOut}>{texts.signOut}</Button>
      </div>
      {me.may.serve && <Link to="/shift" className={css.shift}>{texts.endShift}</Link>}
      <Link to="/account" className={css.who} title={texts.account}>
        <Avatar name={me.name} />
        <span className={css.name}>{me.name}</span>
      </Link>
    </div>
  );
}
