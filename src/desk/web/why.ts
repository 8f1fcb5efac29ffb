import type { HeatReason } from '#heat/contract.ts';
import { sayDistance, saySpan, sayWhen, type Voice } from '#ui/say-when.ts';
import type { WhyWords } from './texts/why.ts';

interface Saying {
  texts: WhyWords;
  now: Date;
  voice: Voice;
}

/** One reason as a clause, without capital and full stop. */
export const sayReason = (reason: HeatReason, { texts, now, voice }: Saying): string => {
  const when = (at: string): string => sayWhen(new Date(at), now, voice);
  const since = (at: string): string => saySpan(now.getTime() - new Date(at).getTime(), voice);
  switch (reason.code) {
    case 'waiting': return texts.waiting(since(reason.facts.since));
    case 'chased': return texts.chased(reason.facts.count, since(reason.facts.since), reason.facts.newChannel && texts.channels[reason.facts.newChannel]);
    case 'in_public': return texts.inPublic(texts.channels[reason.facts.channel]);
    case 'promise_broken': return texts.promiseBroken(when(reason.facts.dueAt), reason.facts.count);
    case 'promise_moved': return texts.promiseMoved(when(reason.facts.from), reason.facts.count);
    case 'silence': return reason.facts.since === null ? texts.silenceEver : texts.silence(since(reason.facts.since));
    case 'empty_replies': return texts.empty(reason.facts.count);
    case 'tone': return texts.tone[reason.facts.band];
    case 'threat': return texts.threat[reason.facts.kind];
    case 'handed_over': return texts.handedOver(reason.facts.count);
    case 'reopened': return texts.reopened(reason.facts.count);
    case 'request_late': return texts.requestLate(reason.facts.department, when(reason.facts.dueAt));
    case 'nobody_took_it': return texts.nobody(sayDistance(new Date(reason.facts.dueAt), now, voice));
    case 'update_missed': return texts.updateMissed(when(reason.facts.dueAt));
    case 'low_rating': return texts.lowRating(reason.facts.score);
    default: return reason satisfies never;
  }
};

/** The reasons that matter most, as one sentence without its opening: «ha sollecitato due volte in 26 h, ora anche al telefono; …». */
export const sayWhy = (reasons: readonly HeatReason[], saying: Saying): string => `${reasons.slice(0, 4).map((reason) => sayReason(reason, saying)).join('; ')}.`;
