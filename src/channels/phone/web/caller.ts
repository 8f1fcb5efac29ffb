import { useDeferredValue } from 'react';
import { useRead } from '#app/web/client.ts';
import type { OutputOf } from '#base/contract.ts';
import { findCustomers } from '#customers/contract.ts';
import { whoCalls, type CallChoice } from '../contract.ts';

type FoundByName = OutputOf<typeof findCustomers>['items'][number];

/** Somebody who may be on the phone. */
export interface Candidate {
  id: string;
  name: string;
  company: string | null;
  openCases: number;
  /** Known only of whom the number belongs to. */
  cases: readonly CallChoice[] | null;
}

export interface Caller {
  candidates: readonly Candidate[];
  /** What was typed is a number: in E.164 where it is whole. */
  number: string | null;
  isNumber: boolean;
  searching: boolean;
}

/** Digits, spaces and the signs that people put between them; from five digits on it is worth asking. */
export const looksLikeNumber = (typed: string): boolean => /^[+\d][\d\s./()-]*$/u.test(typed.trim()) && typed.replaceAll(/\D/gu, '').length >= 5;

const byName = ({ id, name, company, openCases }: FoundByName): Candidate => ({ id, name, company, openCases, cases: null });

/** Who may be calling, asked while it is typed. */
export const useCaller = (typed: string): Caller => {
  const asked = useDeferredValue(typed.trim());
  const isNumber = looksLikeNumber(asked);
  const called = useRead(whoCalls, { query: { number: asked } }, { on: isNumber });
  const named = useRead(findCustomers, { query: { like: asked } }, { on: !isNumber && asked.length >= 2 });
  const { customer = null, openCases = [], number = null } = (isNumber ? called.data : undefined) ?? {};
  return {
    candidates: customer !== null ? [{ ...customer, openCases: openCases.length, cases: openCases }] : isNumber ? [] : (named.data?.items.map(byName) ?? []),
    number,
    isNumber,
    searching: called.isFetching || named.isFetching || asked !== typed.trim(),
  };
};

/** The cases to choose from, as the refusal `call.which_case` carries them. */
export const choicesIn = (facts: Readonly<Record<string, unknown>>): CallChoice[] => JSON.parse(String(facts['choices'] ?? '[]')) as CallChoice[];
