import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { describeError } from '#ui/ErrorBoundary.tsx';
import { ErrorScreen } from '#ui/ErrorScreen.tsx';
import { reportDefect } from '../defects.ts';

/** A screen that failed, within the shell: the rest goes on working. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const [broken] = useState(() => describeError(error));
  useEffect(() => reportDefect(error, broken.id), [error, broken.id]);
  return <ErrorScreen {...broken} onRetry={reset} />;
}
