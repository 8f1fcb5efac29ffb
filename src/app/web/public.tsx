import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { PublicUi } from '#ui/PublicUi.tsx';
import { showRememberedTheme } from '#ui/theme.tsx';
import { reportDefect } from './defects.ts';
import { PublicPage } from './public/PublicPage.tsx';

showRememberedTheme();

const place = document.getElementById('app');
if (!place) throw new Error('public.html has no #app');

createRoot(place).render(
  <PublicUi>
    <ErrorBoundary onError={reportDefect}>
      <PublicPage address={window.location.pathname} />
    </ErrorBoundary>
  </PublicUi>,
);
