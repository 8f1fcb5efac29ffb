import type { Awaited } from '#customer-page/contract.ts';
import type { customerPageTexts } from '#customer-page/texts.ts';
import type { OpenedCase } from '../../contract.ts';

type Words = (typeof customerPageTexts)['it'];

const sayDepartment = ({ dueAt, isLate, name }: Awaited & { name: string }, texts: Words, when: (at: string) => string): string => {
  if (isLate) return texts.awaitedDepartmentLate(name);
  return dueAt === null ? texts.awaitedDepartmentPaused(name) : texts.awaitedDepartment(name, when(dueAt));
};

const saySupplier = ({ dueAt, isLate }: Awaited, texts: Words, when: (at: string) => string): string => {
  if (isLate) return texts.awaitedSupplierLate;
  return dueAt === null ? texts.awaitedSupplierPaused : texts.awaitedSupplier(when(dueAt));
};

/** What the customer's page says in large words now, in the very words it uses; null where it says nothing of the kind. */
export const sayAwaited = ({ awaited, nextUpdateDueAt }: OpenedCase['page'], texts: Words, when: (at: string) => string): string | null => {
  const [first] = awaited;
  if (first === undefined) return nextUpdateDueAt === null ? null : texts.nextUpdateBy(when(nextUpdateDueAt));
  if (first.from === 'department' && first.department !== null) return sayDepartment({ ...first, name: first.department }, texts, when);
  if (first.from === 'supplier' || first.from === 'department') return saySupplier(first, texts, when);
  return { third_party: texts.awaitedThirdParty, you: texts.awaitedYou, us: texts.awaitedUs, nobody_yet: texts.awaitedNobodyYet }[first.from];
};
