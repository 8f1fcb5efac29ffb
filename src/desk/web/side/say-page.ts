import { sayAwaited } from '#customer-page/words.ts';
import type { customerPageTexts } from '#customer-page/texts.ts';
import type { OpenedCase } from '../../contract.ts';

/** What the customer's page says in large words now, in the very words it uses; null where it says nothing of the kind. */
export const sayPage = ({ awaited: [first], nextUpdateDueAt }: OpenedCase['page'], texts: (typeof customerPageTexts)['it'], when: (at: string) => string): string | null => {
  if (first !== undefined) return sayAwaited(first, texts, when);
  return nextUpdateDueAt === null ? null : texts.nextUpdateBy(when(nextUpdateDueAt));
};
