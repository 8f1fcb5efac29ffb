export const steps = ['language', 'company', 'admin', 'mailbox', 'done'] as const;
export type Step = (typeof steps)[number];

/** What is typed over the steps, kept whatever happens on the way. */
export interface Founding {
  companyName: string;
  timeZone: string;
  name: string;
  email: string;
  password: string;
}

const companyFields: readonly string[] = ['companyName', 'timeZone'];

/** To which step the fields belong that the server would not take: the earliest, so that nothing is looked for in vain. */
export const stepOf = (fields: readonly string[]): Step | null => {
  if (fields.length === 0) return null;
  return fields.some((field) => companyFields.includes(field)) ? 'company' : 'admin';
};

/** The machine's own zone, first guess for the company's. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
