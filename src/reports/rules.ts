/**
 * The week as top management reads it: what customers told us, what nobody has decided and since when, what was taken and left, what
 * was promised and kept, who lost their patience and why. A week runs from Monday to Sunday in the company's time zone; its digest
 * leaves on the Monday after it at seven. Every figure is compared with the week before, and leads to its cases.
 */
export * from './rules/boiling.ts';
export * from './rules/figures.ts';
export * from './rules/headline.ts';
export * from './rules/week.ts';
export * from './rules/lead.ts';
