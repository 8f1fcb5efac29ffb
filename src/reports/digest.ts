import { day, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { dayNumberAt } from '#calendar/rules/zone.ts';
import { complaintFigures } from '#complaints/index.ts';
import { opportunityFigures } from '#opportunities/index.ts';
import { keepingBetween } from '#promises/index.ts';
import { companyOf, serviceDepartment } from '#people/index.ts';
import { surveyFigures } from '#surveys/index.ts';
import { minimised } from '#voices/rules.ts';
import type { Digest } from './contract.ts';
import * as happened from './queries/happened.ts';
import * as voices from './queries/voices.ts';
import { causesOf, weekBefore, type BoiledCustomer, type Week } from './rules.ts';

/** Fewer answers say nothing of a service, and may say who gave them. */
const fewestAnswers = 5;

/** A week in figures, as they are at `now`: of a week that is over nothing changes any more but what is decided and told afterwards. */
export const digestOf = async (reader: Reader, week: Week, now: Instant): Promise<Digest> => {
  const company = await companyOf(reader);
  const before = weekBefore(company.timeZone, week);
  const at = week.to < now ? week.to : now;
  return {
    week: week.name, from: week.from.toISOString(), to: week.to.toISOString(), isOver: week.to <= now, asOf: now.toISOString(), companyName: company.name, timeZone: company.timeZone,
    heard: await heardIn(reader, { week, before, at }),
    undecided: await undecidedAt(reader, at, company.timeZone),
    decided: await voices.decidedBetween(reader, week),
    shipped: await voices.shippedBetween(reader, week),
    promises: await promisesIn(reader, { week, before, now }),
    boiled: await boiledIn(reader, { week, before }),
    silence: await silenceIn(reader, { week, before, at }),
    service: await serviceIn(reader, { week, before, at }),
    complaints: await complaintsIn(reader, week, at),
    brought: await broughtBy(reader, at),
    asked: await askedIn(reader, { week, before }),
  };
};

interface Weeks {
  readonly week: Week;
  readonly before: Week;
}

const heardIn = async (reader: Reader, { week, before, at }: Weeks & { readonly at: Instant }): Promise<Digest['heard']> => {
  const { voices: count, customers, byKind } = await voices.heardBetween(reader, week);
  const themes = (await voices.themesHeard(reader, week)).map(({ words, saidBy, since, decideBy, ...theme }) => ({
    ...theme, decideBy: decideBy?.toISOString() ?? null, quote: words === null ? null : { words: minimised(words, saidBy ?? ''), by: { since } },
  }));
  return { voices: count, voicesBefore: (await voices.heardBetween(reader, before)).voices, customers, byKind, themes, loose: await voices.looseVoices(reader, at) };
};

/** Days as the calendar counts them, the last that lies before `at` among them: late by one on the day after. */
const daysBetween = (from: Instant, at: Instant, timeZone: string): number => dayNumberAt(timeZone, at.getTime() - 1) - dayNumberAt(timeZone, from.getTime());

const undecidedAt = async (reader: Reader, at: Instant, timeZone: string): Promise<Digest['undecided']> => {
  const { count, overdue, items } = await voices.overdueAt(reader, at);
  return { count, overdue, items: items.map((item) => ({ ...item, decideBy: item.decideBy.toISOString(), daysLate: daysBetween(item.decideBy, at, timeZone) })) };
};

const promisesIn = async (reader: Reader, { week, before, now }: Weeks & { readonly now: Instant }): Promise<Digest['promises']> => {
  const [{ all, byDepartment }, { all: earlier }] = [await keepingBetween(reader, week, now), await keepingBetween(reader, before, now)];
  return { all, byDepartment: [...byDepartment], rateBefore: earlier.rate };
};

const boiledIn = async (reader: Reader, { week, before }: Weeks): Promise<Digest['boiled']> => {
  const boiled = await happened.boiledBetween(reader, week);
  return {
    customers: boiled.length, customersBefore: await happened.boiledCustomers(reader, before),
    byWhy: whyOf(boiled), byCause: causesOf(boiled, (await serviceDepartment(reader)).name),
  };
};

type Why = Digest['boiled']['byWhy'][number];

const whyOf = (boiled: readonly BoiledCustomer[]): Why[] => {
  const counted = Map.groupBy(boiled, ({ why }) => why);
  return [...counted].map(([why, some]) => ({ why: why as Why['why'], customers: some.length })).sort((a, b) => b.customers - a.customers);
};

const silenceIn = async (reader: Reader, { week, before, at }: Weeks & { readonly at: Instant }): Promise<Digest['silence']> => ({
  missed: (await happened.eventsBetween(reader, week)).missed,
  missedBefore: (await happened.eventsBetween(reader, before)).missed,
  longestHours: await happened.longestSilence(reader, week, at),
  longestBefore: await happened.longestSilence(reader, before, before.to),
});

const serviceIn = async (reader: Reader, { week, before, at }: Weeks & { readonly at: Instant }): Promise<Digest['service']> => {
  const { opened, resolved, chased } = await happened.eventsBetween(reader, week);
  return { opened, resolved, chased, openedBefore: (await happened.eventsBetween(reader, before)).opened, open: await happened.openAt(reader, at) };
};

const complaintsIn = async (reader: Reader, { from }: Week, at: Instant): Promise<Digest['complaints']> => {
  const { received, open, overdue, paidCents } = await complaintFigures(reader, from, at);
  return { received, open, overdue, paidCents };
};

/** A sale takes weeks: what was handed over this week has brought nothing yet. */
const broughtWithin = 90 * day;

const broughtBy = async (reader: Reader, at: Instant): Promise<Digest['brought']> => {
  const { handedOver, won, wonCents, late } = await opportunityFigures(reader, plus(at, -broughtWithin), at);
  return { handedOver, won, wonCents, late };
};

/** Where surveys ask, they are the better measure: what stands on a customer's page is told by whoever went there. */
const askedIn = async (reader: Reader, { week, before }: Weeks): Promise<Digest['asked']> => {
  const [now, earlier] = [await saidOfUs(reader, week), await saidOfUs(reader, before)];
  return { answers: now.answers, csat: now.csat, csatBefore: earlier.csat };
};

const saidOfUs = async (reader: Reader, { from, to }: Week): Promise<{ answers: number; csat: number | null }> => {
  const { csat } = await surveyFigures(reader, from, to);
  if (csat.n >= fewestAnswers) return { answers: csat.n, csat: csat.share };
  const { answers, good } = await happened.ratingsBetween(reader, { from, to });
  return { answers, csat: answers < fewestAnswers ? null : good / answers };
};
