import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import css from './AppShell.module.css';
import { NoticesBell, useNoticesKey } from '#notices/web/NoticesBell.tsx';
import { useMe, useMemberLanguage } from '#people/web/me.ts';
import { MemberMenu } from '#people/web/MemberMenu.tsx';
import { useTexts } from '#ui/language.tsx';
import { Brand, Rail, type DrawLink, type RailGroup } from '#ui/Rail.tsx';
import { ShortcutsHelp } from '#ui/ShortcutsHelp.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { SkipLink } from '#ui/SkipLink.tsx';
import { OfflineBanner } from '#ui/states.tsx';
import { LanguageToggle, ThemeToggle } from '#ui/toggles.tsx';
import { useLive } from '../live.ts';
import { groups, type Place } from '../navigation.ts';
import { useReachable } from '../network.ts';
import { shellTexts } from '../texts.ts';
import { EverywhereButtons, EverywhereDialogs } from './Everywhere.tsx';
import { LiveStatus } from './LiveStatus.tsx';

const noCount = () => undefined;
const places = groups.flatMap((group) => group.places);

/** The counts of all places. The table never changes while the page lives, so the hooks are always called in the same order. */
const useCounts = () => new Map(places.map(({ key, useCount = noCount }) => [key, useCount()]));

const isIn = (place: Place, address: string): boolean => address === place.path || address.startsWith(`${place.path}/`);

const headingOf = (words: string | undefined): { words?: string } => (words === undefined ? {} : { words });

const useRailGroups = (address: string): RailGroup[] => {
  const texts = useTexts(shellTexts);
  const counts = useCounts();
  const me = useMe();
  const isOpen = ({ serves }: Place): boolean => !serves || me === undefined || me.may.serve;
  return groups.map((group) => ({
    key: group.key,
    ...headingOf(texts.groups[group.key]),
    places: group.places.filter(isOpen).map((place) => {
      const { icon: Icon, key } = place;
      const count = counts.get(key);
      return { key, ...texts.places[key], icon: <Icon size={20} />, current: isIn(place, address), ...(count && { count }) };
    }),
  }));
};

const drawLink: DrawLink = ({ key }, drawn) => <Link to={places.find((place) => place.key === key)?.path ?? '/'} {...drawn} />;

/** After going elsewhere, reading goes on from the new screen: without this a screen reader stays on a link that may be gone. */
const useFocusOnArrival = (address: string) => {
  const main = useRef<HTMLElement>(null);
  const from = useRef(address);
  useEffect(() => {
    const [, before] = from.current.split('/');
    const [, after] = address.split('/');
    if (before !== after) main.current?.focus({ preventScroll: true });
    from.current = address;
  }, [address]);
  return main;
};

/**
 * Who may not open a place (a head has no cases) is brought to the first that they may; an old link says nothing to them. False where
 * the place is not theirs, or while it is not known yet who they are: a screen that is drawn asks for what they would be refused.
 */
const useAllowedPlace = (address: string): boolean => {
  const me = useMe();
  const navigate = useNavigate();
  // The address is the new one at once, while the screen of the old one is still drawn.
  const drawn = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname ?? '' });
  const isOfService = (path: string): boolean => places.some((place) => place.serves && isIn(place, path));
  const shut = me !== undefined && !me.may.serve && isOfService(address);
  const open = places.find(({ serves }) => !serves);
  useEffect(() => {
    if (shut && open) void navigate({ to: open.path, replace: true });
  }, [shut, open, navigate]);
  return !isOfService(drawn) || me?.may.serve === true;
};

function Foot() {
  const me = useMe();
  return (
    <div className={css.foot}>
      {me && <MemberMenu me={me} />}
      <div className={css.line}><LiveStatus /><ShortcutsHelp /></div>
      <div className={css.line}><ThemeToggle /><LanguageToggle /></div>
    </div>
  );
}

/** What stands around every screen: where one can go, whether one sees the present, and the keys that work. */
export function AppShell() {
  const texts = useTexts(shellTexts);
  const address = useRouterState({ select: ({ location }) => location.pathname });
  const railGroups = useRailGroups(address);
  const reachable = useReachable();
  const client = useQueryClient();
  const navigate = useNavigate();
  const main = useFocusOnArrival(address);
  const current = railGroups.flatMap((group) => group.places).find((place) => place.current);
  const name = current?.words;
  useLive();
  const isTheirs = useAllowedPlace(address);
  useNoticesKey();
  useMemberLanguage(useMe());
  // There are nine figures to press; what stands further down is reached by the rail and the search.
  useShortcuts(places.slice(0, 9).map(({ key, path }, at) => ({
    keys: String(at + 1), does: texts.goTo(texts.places[key].words), everywhere: true, run: () => void navigate({ to: path }),
  })));
  // Before the screen's own effects: a screen that can say more than its place has the last word.
  useLayoutEffect(() => {
    document.title = name === undefined ? 'Presa' : `${name} · Presa`;
  }, [name]);
  return (
    <div className={css.app}>
      <SkipLink />
      <Rail groups={railGroups} link={drawLink} head={<><EverywhereButtons /><NoticesBell /></>} foot={<Foot />} />
      <div className={css.column}>
        <header className={css.top}><Brand /><span className={css.state}><LiveStatus /><EverywhereButtons /><NoticesBell /></span></header>
        {!reachable && <OfflineBanner onRetry={() => void client.refetchQueries({ type: 'active' })} />}
        <main ref={main} id="main" tabIndex={-1} className={css.main}>{isTheirs && <Outlet />}</main>
      </div>
      <EverywhereDialogs />
    </div>
  );
}
