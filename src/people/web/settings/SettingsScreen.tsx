import { Link } from '@tanstack/react-router';
import css from './settings.module.css';
import { useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { useMe } from '../me.ts';
import { settingsTexts } from '../texts/settings.ts';
import type { SettingsPlace } from './SettingsPage.tsx';

const everybodys: readonly SettingsPlace[] = ['people', 'departments', 'calendars', 'agreements', 'topics'];
const administrators: readonly SettingsPlace[] = ['mailboxes', 'mail', 'chats', 'forms', 'webhooks'];

const pathOf = (place: SettingsPlace): string => (place === 'account' ? '/account' : `/settings/${place}`);

/** Where the house is put in order: one card for each matter, with what is behind it. */
export function SettingsScreen() {
  const texts = useTexts(settingsTexts);
  const me = useMe();
  const places: readonly SettingsPlace[] = [...everybodys, ...(me?.may.serve ? (['templates', 'third-parties', 'complaint-terms'] as const) : []), ...(me?.may.lead ? (['heard'] as const) : []), ...(me?.may.administer ? administrators : []), 'account'];
  return (
    <Page title={texts.title} lead={texts.lead}>
      <ul className={css.cards}>
        {places.map((place) => (
          <li key={place}>
            <Link to={pathOf(place)} className={css.card}>
              <b>{texts.places[place].words}</b>
              <span>{texts.places[place].about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
