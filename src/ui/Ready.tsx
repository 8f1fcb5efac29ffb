import type { ReactNode } from 'react';
import { Problem, type Trouble } from './Problem.tsx';
import { Loading } from './states.tsx';

/** What reading a route gives, as far as a screen needs it. */
export interface Reading<Data> {
  readonly data: Data | undefined;
  readonly error: Trouble | null;
  readonly refetch: () => unknown;
}

interface ReadyProps<Data> {
  of: Reading<Data>;
  rows?: number;
  shape?: 'rows' | 'text' | 'panel';
  children: (data: Data) => ReactNode;
}

/** Draws `children` once there is something to draw: the outline before, the reason and another try when it did not come. */
export function Ready<Data>({ of: { data, error, refetch }, rows, shape, children }: ReadyProps<Data>) {
  if (data !== undefined) return children(data);
  // Asking again does not change what somebody may see.
  if (error) return <Problem of={error} {...(error.status !== 403 && { onRetry: () => void refetch() })} />;
  return <Loading {...(rows && { rows })} {...(shape && { shape })} />;
}
