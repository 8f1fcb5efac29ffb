/** What a figure of the week leads to. */
export const figureNames = ['boiled', 'opened', 'resolved', 'missed', 'broken', 'renegotiated', 'kept', 'chased'] as const;
export type Figure = (typeof figureNames)[number];
