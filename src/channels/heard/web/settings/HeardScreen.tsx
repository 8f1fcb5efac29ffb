import { lazy, Suspense, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '#app/web/client.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { useTexts } from '#ui/language.tsx';
import { Loading } from '#ui/states.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { deliveryRoutes } from '../../contract.ts';
import { Files } from './Files.tsx';
import { heardScreenTexts } from './texts.ts';

// Most who come here bring a file; what stands behind the other tabs is fetched when somebody goes there.
const Programs = lazy(() => import('./Programs.tsx').then((m) => ({ default: m.Programs })));
const AsideList = lazy(() => import('./Aside.tsx').then((m) => ({ default: m.AsideList })));

const parts = ['files', 'programs', 'aside'] as const;
type Part = (typeof parts)[number];

function Parts({ mayConnect }: { mayConnect: boolean }) {
  const texts = useTexts(heardScreenTexts);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { part?: unknown };
  const aside = useRead(deliveryRoutes.list, { query: { state: 'quarantined' } }, { watches: ['heard'] }).data?.items.length ?? 0;
  const contents: Record<Part, ReactNode> = { files: <Files />, programs: <Suspense fallback={<Loading rows={3} />}><Programs /></Suspense>, aside: <Suspense fallback={<Loading rows={3} />}><AsideList /></Suspense> };
  const shown = parts.filter((part) => part !== 'programs' || mayConnect);
  return (
    <Tabs
      label={texts.partsLabel}
      tabs={shown.map((part) => ({ key: part, words: texts.parts[part], ...(part === 'aside' && aside > 0 && { count: aside }), children: contents[part] }))}
      value={shown.find((part) => part === search.part) ?? 'files'}
      onChange={(part) => void navigate({ to: '/settings/heard', search: { part }, replace: true })}
    />
  );
}

/** Where public words come in by themselves: from files, and from programs that tell of them. */
export function HeardScreen() {
  return <SettingsPage place="heard" needs="lead">{(me) => <Parts mayConnect={me.may.administer} />}</SettingsPage>;
}
