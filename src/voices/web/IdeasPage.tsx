import { useQueryClient } from '@tanstack/react-query';
import { after } from '#app/web/after.ts';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import type { Me } from '#people/contract.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { openIdeasPage, readIdeasSetting } from '../public/contract.ts';
import { topicTexts } from './topics-texts.ts';

/** The switch of the public page of ideas. Everybody reads how it stands; administrators turn it. */
export function IdeasPage({ me }: { me: Me }) {
  const texts = useTexts(topicTexts).ideas;
  const client = useQueryClient();
  const say = useToast();
  const setting = useRead(readIdeasSetting);
  const [turn, back] = [useAct(openIdeasPage), useAct(openIdeasPage)];
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(readIdeasSetting) });
  const set = (isOpen: boolean): void =>
    after(turn.mutateAsync({ body: { isOpen } }), () => {
      void refresh();
      say({ words: isOpen ? texts.opened : texts.closed, undo: () => after(back.mutateAsync({ body: { isOpen: !isOpen } }), () => void refresh()) });
    });
  return (
    <Panel title={texts.title}>
      <Ready of={setting} rows={1}>
        {({ openedAt, openedBy, address, themes }) => (
          <>
            {openedAt === null ? <p>{texts.off}</p> : <p>{texts.on} (<When at={openedAt} as="day" />{openedBy !== null && `, ${texts.by(openedBy)}`}). {texts.themes(themes)}</p>}
            {openedAt !== null && <CopyText text={address} label={texts.address} />}
            <p>
              {me.may.administer && <Button loading={turn.isPending} onClick={() => set(openedAt === null)}>{openedAt === null ? texts.open : texts.close}</Button>}{' '}
              {openedAt !== null && <a className={buttonClass()} href={address} target="_blank" rel="noreferrer">{texts.look}</a>}
            </p>
            <Problem of={turn.error ?? back.error} />
          </>
        )}
      </Ready>
    </Panel>
  );
}
