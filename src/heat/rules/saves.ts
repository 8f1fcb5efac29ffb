/** What is known of a case that somebody could answer now. */
export interface Savable {
  /** 0 to 100, by the rules: they know of promises, second channels and public words, which no thread has. */
  readonly degrees: number;
  /** Learnt; null where the customer waits for nothing of ours, or where the forecast is hidden. */
  readonly risks: { readonly chase72: number; readonly chaseIfAnswered: number } | null;
  readonly yearlyValueCents: number | null;
}

/** A customer of this value a year counts about a third more than one of whom nothing is known. */
const valueUnit = 100_000;

/** From 1: ten times the value does not make a customer ten times as urgent. */
const valueOf = (cents: number | null): number => 1 + Math.log10(1 + Math.max(0, cents ?? 0) / valueUnit);

/**
 * What acting now would save, from 0: how likely it goes wrong (the worse of what rules and what the forecast say), times the share of
 * that risk which an answer takes away, times what the customer is worth to us where that is known. Whoever would ask again anyway
 * comes after whoever an answer calms. Where nothing was learnt an answer is taken to help in full.
 */
export const savedByActing = ({ degrees, risks, yearlyValueCents }: Savable): number => {
  const risk = Math.max(degrees / 100, risks?.chase72 ?? 0);
  const relief = risks === null || risks.chase72 <= 0 ? 1 : Math.min(1, Math.max(0, 1 - risks.chaseIfAnswered / risks.chase72));
  return risk * relief * valueOf(yearlyValueCents);
};
