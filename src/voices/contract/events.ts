import { z } from 'zod';
import { defineEvents } from '#base/events.ts';
import { id, instant, localDate } from '#base/shapes.ts';
import { insightKind, insightSource, leaveReason } from './kinds.ts';
import { occasion } from './loop.ts';

const ofTheme = { themeId: id, number: z.int(), title: z.string() };

/** What stands in the history of the case on which it was said. */
export const voiceCaseEvents = defineEvents({
  'voice.captured': z.object({ insightId: id, kind: insightKind, words: z.string(), theme: z.string().nullable() }),
  'voice.withdrawn': z.object({ insightId: id, words: z.string() }),
  'voice.loop_told': z.object({ ...ofTheme, occasion: occasion, byPhone: z.boolean().optional() }),
  'voice.loop_not_told': z.object({ ...ofTheme, occasion: occasion, reason: z.string() }),
});

export const voiceEvents = defineEvents({
  'voice.heard': z.object({ insightId: id, kind: insightKind, source: insightSource, themeId: id.nullable() }),
  'voices.climbed': z.object({ topicId: id, step: z.int(), toNames: z.array(z.string()), voices: z.int() }),
  'theme.opened': z.object({ ...ofTheme, deciderId: id, decideBy: instant.nullable(), isProposed: z.boolean() }),
  'theme.changed': z.object(ofTheme),
  'theme.handed': z.object({ ...ofTheme, fromId: id, toId: id, why: z.string() }),
  'theme.merged': z.object({ ...ofTheme, intoId: id, stepId: id, voices: z.int() }),
  'theme.split': z.object({ ...ofTheme, newId: id, stepId: id, voices: z.int() }),
  'theme.step_undone': z.object({ ...ofTheme, stepId: id, kind: z.enum(['merge', 'split']) }),
  'theme.climbed': z.object({ ...ofTheme, step: z.int(), toNames: z.array(z.string()), decideBy: instant }),
  'theme.came_back': z.object({ ...ofTheme, customers: z.int(), customersThen: z.int(), decideBy: instant }),
  'theme.taken': z.object({ ...ofTheme, decisionId: id, words: z.string(), shipsBy: localDate, doer: z.string(), customers: z.int(), valueCents: z.int() }),
  'theme.left': z.object({ ...ofTheme, decisionId: id, reason: leaveReason, words: z.string(), customers: z.int(), valueCents: z.int() }),
  'theme.shipped': z.object({ ...ofTheme, decisionId: id, words: z.string() }),
  'theme.shipping_moved': z.object({ ...ofTheme, decisionId: id, from: localDate, to: localDate, why: z.string() }),
  'theme.letters_released': z.object({ ...ofTheme, decisionId: id, occasion, letters: z.int() }),
  'theme.letters_taken_back': z.object({ ...ofTheme, letters: z.int() }),
  'theme.answered': z.object({ ...ofTheme, letterId: id, messageId: id, isThanks: z.boolean() }),
  'theme.shipping_late': z.object({ ...ofTheme, decisionId: id, shipsBy: localDate }),
});
