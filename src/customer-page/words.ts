import type { Awaited } from './contract.ts';
import type { customerPageTexts } from './texts.ts';

type Words = (typeof customerPageTexts)['it'];

const sayDepartment = (name: string, { dueAt, isLate }: Awaited, { texts, when }: { texts: Words; when: (at: string) => string }): string => {
  if (isLate) return texts.awaitedDepartmentLate(name);
  return dueAt === null ? texts.awaitedDepartmentPaused(name) : texts.awaitedDepartment(name, when(dueAt));
};

const saySupplier = ({ dueAt, isLate }: Awaited, texts: Words, when: (at: string) => string): string => {
  if (isLate) return texts.awaitedSupplierLate;
  return dueAt === null ? texts.awaitedSupplierPaused : texts.awaitedSupplier(when(dueAt));
};

/** What is awaited, as an honest sentence: on the customer's page, and beside the case where colleagues see what the customer reads. */
export const sayAwaited = (awaited: Awaited, texts: Words, when: (at: string) => string): string => {
  const { from, department } = awaited;
  if (from === 'department' && department !== null) return sayDepartment(department, awaited, { texts, when });
  if (from === 'supplier' || from === 'department') return saySupplier(awaited, texts, when);
  return { third_party: texts.awaitedThirdParty, you: texts.awaitedYou, us: texts.awaitedUs, nobody_yet: texts.awaitedNobodyYet }[from];
};
