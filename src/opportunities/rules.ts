/**
 * Who works with customers hears what sales, marketing and product would pay to know: somebody asks for a price, wants twelve more, says
 * what is missing. Handed over it has a department, the customer's own words, a value where one is known, and a clock.
 *
 * The clock is the department's agreement in its own calendar, as for a request: by then somebody has taken it, by name. Whoever takes it
 * says within how many days they will tell what came of it, two weeks unless they say otherwise. Neither is forgotten: at the due instant
 * the head of the department hears, half of the agreed time later (at least one and at most four working hours) the leads of the service
 * and the management.
 *
 * What came of it is won, with its value; lost, with a reason that can be counted; or nothing. It can be put right later. Whoever saw it
 * hears of each step. Handing it over changes nothing about the case: the customer keeps their owner and their next update.
 */
export { mayHandOver, mayTakeBack, isDoubleTap, policy, type HandOverRefusal } from './rules/hand-over.ts';
export { climbTime, nextClimb, type Step } from './rules/ladder.ts';
export { mayConclude, mayTake, type AnswerRefusal } from './rules/answer.ts';
export { isLate, stateOf, type OpportunityTimes } from './rules/state.ts';
export { rateOf, type OpportunityFigures } from './rules/figures.ts';
