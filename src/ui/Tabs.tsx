import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Tabs.layer.css';
import { Tabs as Kit } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './Tabs.module.css';

export interface Tab {
  key: string;
  words: string;
  /** How many are in there. */
  count?: number;
  children: ReactNode;
}

/** Several views of one thing. `value` and `onChange` let the address hold which one is open. */
export function Tabs({ label, tabs, value, onChange }: { label: string; tabs: readonly Tab[]; value: string; onChange: (key: string) => void }) {
  return (
    <Kit value={value} onChange={(key) => key !== null && onChange(key)} keepMounted={false} classNames={{ list: css.list ?? '', tab: css.tab ?? '', panel: css.panel ?? '' }}>
      <Kit.List aria-label={label}>
        {tabs.map(({ key, words, count }) => (
          <Kit.Tab key={key} value={key}>{words}{count !== undefined && <b className="num"> {count}</b>}</Kit.Tab>
        ))}
      </Kit.List>
      {tabs.map(({ key, children }) => <Kit.Panel key={key} value={key}>{children}</Kit.Panel>)}
    </Kit>
  );
}
