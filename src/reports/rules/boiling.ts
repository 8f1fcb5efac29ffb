/** One customer who boiled over in the week, with what might lie behind it. */
export interface BoiledCustomer {
  readonly customerId: string;
  readonly why: string;
  /** Themes in which the customer's own voices stand. */
  readonly themes: readonly { readonly id: string; readonly title: string }[];
  /** The department that owed an answer on that case when they boiled over. */
  readonly lateDepartment: { readonly id: string; readonly name: string } | null;
}

export interface Cause {
  readonly cause: 'theme' | 'department' | 'service';
  readonly id: string | null;
  readonly title: string;
  readonly customers: number;
}

/**
 * What lay behind the boil-overs, each customer counted once: the theme of theirs that most of them share, else the department that
 * owed an answer, else the service itself. Shared first, because what many say is a cause, and what one says may be chance.
 */
export const causesOf = (boiled: readonly BoiledCustomer[], serviceName: string): Cause[] => {
  const shared = new Map<string, number>();
  for (const { themes } of boiled) for (const { id } of themes) shared.set(id, (shared.get(id) ?? 0) + 1);
  const causes = new Map<string, Cause>();
  for (const one of boiled) {
    const { key, ...cause } = causeOf(one, shared, serviceName);
    causes.set(key, { ...cause, customers: (causes.get(key)?.customers ?? 0) + 1 });
  }
  return [...causes.values()].sort((a, b) => b.customers - a.customers || a.title.localeCompare(b.title));
};

const causeOf = ({ themes, lateDepartment }: BoiledCustomer, shared: ReadonlyMap<string, number>, serviceName: string): Omit<Cause, 'customers'> & { key: string } => {
  const [theme] = themes.toSorted((a, b) => (shared.get(b.id) ?? 0) - (shared.get(a.id) ?? 0) || a.title.localeCompare(b.title));
  if (theme !== undefined) return { key: theme.id, cause: 'theme', id: theme.id, title: theme.title };
  if (lateDepartment !== null) return { key: lateDepartment.id, cause: 'department', id: lateDepartment.id, title: lateDepartment.name };
  return { key: 'service', cause: 'service', id: null, title: serviceName };
};
