import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, type AnyRoute } from '@tanstack/react-router';
import { groups, home, screens, type Place, type Screen } from './navigation.ts';
import { AppShell } from './shell/AppShell.tsx';
import { Beginning } from './shell/Beginning.tsx';
import { Broken } from './shell/Broken.tsx';
import { NotFound } from './shell/NotFound.tsx';

/** The table of navigation.ts as routes; every screen is a chunk of its own, fetched when it is gone to. */
export const makeRouter = () => {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Broken });
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: AppShell });
  const lazily = (load: Screen['load']) => lazyRouteComponent(async () => ({ default: await load() }));
  const routeOf = ({ path, load }: Screen, parent: AnyRoute) => createRoute({ getParentRoute: () => parent, path, component: lazily(load) });
  const placeOf = ({ key, path, holds, load }: Place) =>
    createRoute({ getParentRoute: () => shell, path: holds === undefined ? path : `${path}/${holds}`, component: load ? lazily(load) : () => <Beginning place={key} /> });

  const index = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      // How TanStack router is told to go elsewhere; it is no error.
      throw redirect({ to: home, replace: true });
    },
  });
  const within = [...groups.flatMap(({ places }) => places).map(placeOf), ...screens.filter(({ bare }) => !bare).map((one) => routeOf(one, shell))];
  const bare = screens.filter((one) => one.bare).map((one) => routeOf(one, root));
  return createRouter({
    routeTree: root.addChildren([index, shell.addChildren(within), ...bare]),
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  });
};
