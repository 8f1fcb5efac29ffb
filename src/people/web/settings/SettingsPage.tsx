import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '#app/web/client.ts';
import { useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Refused } from '#ui/states.tsx';
import { memberRoutes, sessionRoutes, type Abilities, type Me, type MemberView } from '../../contract.ts';
import { settingsTexts } from '../texts/settings.ts';

export type SettingsPlace = keyof (typeof settingsTexts)['it']['places'];

const administrators = (members: readonly MemberView[] | undefined): string[] =>
  (members ?? []).filter(({ roles, leftAt }) => leftAt === null && roles.includes('admin')).map(({ name }) => name);

/** Whom to ask, by name: «Marta Riva o Elena Brambilla». */
export const useAdministrators = (): string => {
  const { or } = useTexts(settingsTexts);
  const names = administrators(useRead(memberRoutes.list).data);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`;
};

function NotYours() {
  const texts = useTexts(settingsTexts);
  const names = useAdministrators();
  return <Refused>{names === '' ? texts.refusedNobody : texts.refused(names)}</Refused>;
}

interface SettingsPageProps {
  place: SettingsPlace;
  /** Instead of the place's own words, for what lies below it. */
  title?: string;
  lead?: string;
  /** Without this ability the page only says whom to ask. The routes decide for themselves. */
  needs?: keyof Abilities;
  /** The way up, where it is not the settings themselves. */
  back?: ReactNode;
  renderActs?: (me: Me) => ReactNode;
  narrow?: boolean;
  children: (me: Me) => ReactNode;
}

/** A page of the settings: the way back, who may see it, and what is in it. */
export function SettingsPage({ place, title, lead, needs, back, renderActs, narrow = false, children }: SettingsPageProps) {
  const texts = useTexts(settingsTexts);
  const me = useRead(sessionRoutes.me);
  const may = me.data !== undefined && (needs === undefined || me.data.may[needs]);
  return (
    <Page
      title={title ?? texts.places[place].words}
      lead={lead ?? texts.places[place].about}
      back={back ?? <Link to="/settings">← {texts.back}</Link>}
      narrow={narrow}
      {...(me.data && may && renderActs && { acts: renderActs(me.data) })}
    >
      <Ready of={me}>{(own) => (may ? children(own) : <NotYours />)}</Ready>
    </Page>
  );
}

/** Says to who can only read whom to ask. */
export function ReadOnly({ me }: { me: Me }) {
  const texts = useTexts(settingsTexts);
  const names = useAdministrators();
  return me.may.administer || names === '' ? null : <p className="small muted">{texts.readOnly(names)}</p>;
}
