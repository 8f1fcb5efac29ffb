import { z } from 'zod';

/** What a piece of customer voice is. */
export const insightKind = z.enum(['feature_request', 'frustration', 'suggestion', 'idea', 'defect', 'praise', 'leaving_risk']);
export type InsightKind = z.infer<typeof insightKind>;

/** Where the words were heard. */
export const insightSource = z.enum(['message', 'note', 'survey', 'complaint', 'colleague', 'public_page']);
export type InsightSource = z.infer<typeof insightSource>;

/** Why a theme was left: few enough to be counted. */
export const leaveReason = z.enum(['too_few', 'costs_too_much', 'against_our_way', 'exists_already', 'not_ours', 'not_possible', 'later']);
export type LeaveReason = z.infer<typeof leaveReason>;

/**
 * `undecided`: somebody must take or leave it. `taken`: somebody does it, by a day. `shipped`: it is out. `left`: with a reason.
 * `proposed`: found among loose voices at night, and nobody has looked at it. `merged`: its voices stand in another.
 */
export const themeState = z.enum(['proposed', 'undecided', 'taken', 'shipped', 'left', 'merged']);
export type ThemeState = z.infer<typeof themeState>;
