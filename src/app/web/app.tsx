import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { showRememberedTheme } from '#ui/theme.tsx';
import { Ui } from '#ui/Ui.tsx';
import { makeQueryClient } from './client.ts';
import { reportDefect } from './defects.ts';
import { screens, signIn } from './navigation.ts';
import { makeRouter } from './router.tsx';

showRememberedTheme();

const router = makeRouter();
const client = makeQueryClient(() => {
  const { pathname, href } = router.state.location;
  // Pages without the shell are open to whoever holds their link; they ask nothing that needs a name.
  if (screens.some(({ path, bare }) => bare === true && path === pathname)) return;
  void router.navigate({ to: signIn, search: { from: href }, replace: true });
});

const place = document.getElementById('app');
if (!place) throw new Error('app.html has no #app');

createRoot(place).render(
  <Ui>
    <ErrorBoundary onError={reportDefect}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ErrorBoundary>
  </Ui>,
);
