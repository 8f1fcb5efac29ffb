import pg from 'pg';

// Each connection of the database keeps what was named, some 20 kB apiece; lists of changing length must not fill it.
const most = 300;
const seenBefore = new Set<string>();
const names = new Map<string, string>();

/** The name under which a connection keeps this statement, or undefined where it comes for the first time or there are enough. */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  if (!seenBefore.has(text)) {
    // A process that writes ever new texts has no use for their names either.
    if (seenBefore.size < 10 * most) seenBefore.add(text);
    return undefined;
  }
  seenBefore.delete(text);
  names.set(text, `presa_${names.size + 1}`);
  return names.get(text);
};

/**
 * A connection on which a statement that comes again is sent by name: PostgreSQL then parses and plans it once instead of every time.
 */
export class NamingClient extends pg.Client {
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const name = typeof text === 'string' && Array.isArray(values) && asked.length === 2 ? nameOf(text) : undefined;
    const sent = name === undefined ? asked : [{ name, text, values }];
    return (super.query as (...given: unknown[]) => never).apply(this, sent);
  }
}
