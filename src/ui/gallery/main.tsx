import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';
import { alignNow } from '../now.ts';
import { showRememberedTheme } from '../theme.tsx';
import { Ui } from '../Ui.tsx';

showRememberedTheme();
// The Thursday of the pictures, so that today's and yesterday's screenshot say the same.
alignNow(new Date('2026-11-26T09:00:00Z'));

const place = document.getElementById('app');
if (!place) throw new Error('gallery.html has no #app');
createRoot(place).render(<Ui><Gallery /></Ui>);
