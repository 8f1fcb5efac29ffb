import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hour, minute, plus } from '#base/clock.ts';
import { attributeTime, type Held, type HeldFact, type Holder } from './rules.ts';

const start = new Date('2026-11-24T09:00:00Z');
const always = (_holder: Holder, from: Date, to: Date): number => to.getTime() - from.getTime();
const at = (hours: number): Date => plus(start, hours * hour);
const said = ({ parts }: Held): Record<string, number> => Object.fromEntries(parts.map(({ holder, milliseconds }) => ['id' in holder ? `${holder.kind} ${holder.id}` : holder.kind, milliseconds / hour]));
const asked = (kind: 'asked' | 'answered' | 'questioned' | 'replied', hours: number, departmentId = 'w', requestId = departmentId): HeldFact => ({ kind, at: at(hours), requestId, departmentId });
const opened: HeldFact = { kind: 'opened', at: start, ownerId: null };
const taken: HeldFact = { kind: 'owner', at: at(1), ownerId: 'giulia' };
const status = (hours: number, to: Extract<HeldFact, { kind: 'status' }>['status']): HeldFact => ({ kind: 'status', at: at(hours), status: to });
const held = (facts: HeldFact[], until = at(10), working = always): Held => attributeTime(facts, { until, working });

describe('who held it', () => {
  test('the queue, the owner, the warehouse, the owner while the warehouse waits for us, the customer; and nobody once it is resolved', () => {
    const facts = [opened, taken, asked('asked', 2), asked('questioned', 3), asked('replied', 5), asked('answered', 6), status(7, 'waiting_customer'), status(8, 'open'), status(9, 'resolved')];
    const result = held(facts);
    expect(said(result)).toEqual({ queue: 1, 'owner giulia': 3, 'department w': 2, 'paused w': 2, customer: 1 });
    expect(result.milliseconds).toBe(9 * hour);
    expect(held([...facts, status(9.5, 'open')]).milliseconds).toBe(9.5 * hour);
  });

  test('two departments at once share the minute; two questions to one are one', () => {
    expect(said(held([opened, taken, asked('asked', 2), asked('asked', 2, 'l'), asked('answered', 4, 'l'), asked('answered', 5)], at(5)))).toEqual({
      queue: 1, 'owner giulia': 1, 'department w': 2, 'department l': 1,
    });
    expect(said(held([opened, taken, asked('asked', 2, 'w', '1'), asked('asked', 2, 'w', '2')], at(4)))).toEqual({ queue: 1, 'owner giulia': 1, 'department w': 2 });
  });

  test('one that owes an answer holds it, whatever another asks us; an answer sent back holds it again', () => {
    expect(said(held([opened, taken, asked('asked', 1), asked('asked', 1, 'l'), asked('questioned', 2, 'l')], at(3)))).toEqual({ queue: 1, 'department w': 1.5, 'department l': 0.5 });
    expect(said(held([opened, taken, asked('asked', 1), asked('answered', 2), asked('asked', 3), asked('questioned', 4), asked('answered', 5)], at(6)))).toEqual({
      queue: 1, 'department w': 2, 'owner giulia': 2, 'paused w': 1,
    });
  });

  test('a question after the answer stops nothing, an owner who left leaves it to the queue', () => {
    expect(said(held([opened, taken, asked('questioned', 2), { kind: 'owner', at: at(3), ownerId: null }], at(4)))).toEqual({ queue: 2, 'owner giulia': 2 });
  });

  test('closed hours stand beside the working ones, and add up', () => {
    const half = (_holder: Holder, from: Date, to: Date): number => (to.getTime() - from.getTime()) / 2;
    expect(held([opened], at(2), half).parts).toEqual([{ holder: { kind: 'queue' }, milliseconds: 2 * hour, working: hour, closed: hour }]);
  });

  const ids = fc.constantFrom('1', '2', '3');
  const statuses = fc.constantFrom('open', 'waiting_customer', 'waiting_department', 'waiting_third_party', 'resolved', 'closed') as fc.Arbitrary<Extract<HeldFact, { kind: 'status' }>['status']>;
  const anything = fc.oneof(
    fc.record({ kind: fc.constant('owner' as const), ownerId: fc.constantFrom('giulia', 'marco', null) }),
    fc.record({ kind: fc.constant('status' as const), status: statuses }),
    fc.record({ kind: fc.constantFrom('asked' as const, 'answered' as const, 'questioned' as const, 'replied' as const), requestId: ids, departmentId: ids }),
  );
  const histories = fc.array(fc.record({ fact: anything, after: fc.nat(7 * hour + 1) }), { maxLength: 40 });

  test('whatever happens, the parts add up to the open time to the millisecond, and so do working and closed hours', () => {
    fc.assert(
      fc.property(histories, fc.nat(50 * hour), fc.double({ min: 0, max: 1, noNaN: true }), (history, rest, worked) => {
        const facts: HeldFact[] = [opened];
        let clock = start;
        let open = 0;
        let isOpen = true;
        const step = (milliseconds: number): void => {
          if (isOpen) open += milliseconds;
          clock = plus(clock, milliseconds);
        };
        for (const { fact, after } of history) {
          step(after);
          if (fact.kind === 'status') isOpen = fact.status !== 'resolved' && fact.status !== 'closed';
          facts.push({ ...fact, at: clock } as HeldFact);
        }
        step(rest);
        const result = attributeTime(facts, { until: clock, working: (_holder, from, to) => Math.floor((to.getTime() - from.getTime()) * worked) });
        expect(result.milliseconds).toBe(open);
        expect(result.parts.reduce((sum, part) => sum + part.milliseconds, 0)).toBe(open);
        for (const { milliseconds, working, closed } of result.parts) {
          expect(working + closed).toBe(milliseconds);
          expect(Math.min(working, closed) >= 0 && Number.isInteger(milliseconds)).toBe(true);
        }
      }),
    );
  });

  test('what comes later than the instant that is asked about does not count', () => {
    expect(held([opened, taken, status(5, 'resolved')], plus(at(1), 30 * minute)).milliseconds).toBe(1.5 * hour);
  });
});
