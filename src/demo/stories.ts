import { knownCustomers } from './customers.ts';
import type { Days } from './days.ts';
import type { Scene } from './play.ts';
import { asked } from './stories/asked.ts';
import { boiling } from './stories/boiling.ts';
import { onTheSite } from './stories/chat.ts';
import { calm } from './stories/calm.ts';
import { everyday } from './stories/everyday.ts';
import { outage } from './stories/outage.ts';
import { past } from './stories/past.ts';
import { silent } from './stories/silent.ts';
import { heardVoices } from './stories/voices.ts';

/** Everything that happens at Casa Lumina in the weeks before now. */
export const storiesOf = (days: Days): Scene[] => [...knownCustomers(days), ...asked(days), ...boiling(days), ...calm(days), ...silent(days), ...outage(days), ...everyday(days), ...onTheSite(days), ...past(days), ...heardVoices(days)];
