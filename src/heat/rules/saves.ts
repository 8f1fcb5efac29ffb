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
 * What acting now would save, from 0: of the risk that the forecast sees the share which an answer takes away, and in full what the rules
 * see beyond it; times what the customer is worth to us where that is known. Whoever would ask again anyway comes after whoever an answer
 * calms. Where nothing was learnt an answer is taken to help in full.
 */
export const savedByActing = ({ degrees, risks, yearlyValueCents }: Savable): number => {
  const forecast = risks?.chase72 ?? 0;
  const spared = Math.max(0, forecast - (risks?.chaseIfAnswered ?? 0));
  const beyond = Math.max(0, degrees / 100 - forecast);
  return (spared + beyond) * valueOf(yearlyValueCents);
};
