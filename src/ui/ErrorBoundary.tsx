import { Component, type ReactNode } from 'react';
import { ErrorScreen } from './ErrorScreen.tsx';

interface Broken {
  id: string;
  words?: string;
}

/** A number to quote: the server's, when the error came from there with one; else one made here. */
export const describeError = (error: unknown): Broken => {
  const known = typeof error === 'object' && error !== null ? (error as { id?: unknown; words?: unknown }) : {};
  return {
    id: typeof known.id === 'string' ? known.id : crypto.randomUUID().slice(0, 8),
    ...(typeof known.words === 'string' && { words: known.words }),
  };
};

interface Props {
  children: ReactNode;
  /** Told of every defect with the number shown, so that it reaches the log. */
  onError: (error: unknown, id: string) => void;
}

/** Keeps a defect in one part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<Props, { broken: Broken | null }> {
  override state: { broken: Broken | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { broken: Broken } {
    return { broken: describeError(error) };
  }

  override componentDidCatch(error: unknown): void {
    if (this.state.broken) this.props.onError(error, this.state.broken.id);
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (!broken) return this.props.children;
    return <ErrorScreen {...broken} onRetry={() => this.setState({ broken: null })} />;
  }
}
