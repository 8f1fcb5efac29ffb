import { lazy, Suspense, useState, type ComponentProps, type ComponentType } from 'react';
import type { DialogProps } from './Dialog.tsx';

/** Fetched when it is first opened, kept from then on: a closing overlay must stay to give the focus back. */
const late = <Props extends { open: boolean }>(load: () => Promise<ComponentType<Props>>) => {
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function Late(props: Props) {
    const [wanted, setWanted] = useState(props.open);
    if (props.open && !wanted) setWanted(true);
    return wanted ? <Suspense fallback={null}><Loaded {...props} /></Suspense> : null;
  };
};

/** Dialog and Drawer for what stands on every screen: nobody waits for them before the first one is opened. */
export const LateDialog = late<DialogProps>(() => import('./Dialog.tsx').then((m) => m.Dialog));
export const LateDrawer = late<ComponentProps<typeof import('./Drawer.tsx')['Drawer']>>(() => import('./Drawer.tsx').then((m) => m.Drawer));
