import { Link } from '@tanstack/react-router';

/** A theme as a line that leads to it; the list beside it stays as it is. */
export function ThemeLink({ id, title }: { id: string; title: string }) {
  return <Link to={`/voices/${id}`} search={(now: object) => now}>{title}</Link>;
}
