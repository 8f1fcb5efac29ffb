import type { RefusalWords } from '#base/refusal.ts';
import type { CallRefusal } from './rules.ts';

export const phoneRefusals: RefusalWords<CallRefusal['refused']> = {
  'call.which_case': {
    it: ({ count }) => `Questo cliente ha ${count} casi aperti: di quale parlava? Scelga quello giusto, oppure «una cosa nuova».`,
    en: ({ count }) => `This customer has ${count} open cases: which one was the call about? Choose it, or “something new”.`,
  },
};
