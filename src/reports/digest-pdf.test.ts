import { expect, it } from 'vitest';
import type { Digest } from './contract.ts';
import { digestPdf } from './digest-pdf.ts';

const nothing = { kept: 0, renegotiated: 0, broken: 0, released: 0, rate: null };
const empty: Digest = {
  week: '2026-W47', from: '2026-11-15T23:00:00Z', to: '2026-11-22T23:00:00Z', isOver: true, asOf: '2026-11-23T06:00:00Z', companyName: 'Casa Lumina', timeZone: 'Europe/Rome',
  heard: { voices: 0, voicesBefore: 0, customers: 0, byKind: [], themes: [], loose: { count: 0, overdue: 0 } }, undecided: { count: 0, overdue: 0, items: [] }, decided: [], shipped: [],
  promises: { all: nothing, rateBefore: null, byDepartment: [] }, boiled: { customers: 0, customersBefore: 0, byWhy: [], byCause: [] },
  silence: { missed: 0, missedBefore: 0, longestHours: null, longestBefore: null }, service: { opened: 0, openedBefore: 0, resolved: 0, chased: 0, open: 0 },
  complaints: { received: 0, open: 0, overdue: 0, paidCents: 0 }, brought: { handedOver: 0, won: 0, wonCents: 0, late: 0 }, asked: { answers: 0, csat: null, csatBefore: null },
};

it('prints a week in which nothing happened, and one in which all that was heard stands in no theme', async () => {
  for (const digest of [empty, { ...empty, heard: { ...empty.heard, voices: 3, customers: 2, loose: { count: 3, overdue: 1 } } }]) {
    for (const language of ['it', 'en'] as const) expect((await digestPdf(digest, language)).subarray(0, 5).toString()).toBe('%PDF-');
  }
});
