import { useTexts, useLanguage } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { sayExactly } from '#ui/say-exactly.ts';
import { sayWhen } from '#ui/say-when.ts';
import type { PromiseView } from '#promises/contract.ts';
import { caseTexts } from './texts/case.ts';

/** A promise beside the message that made it: what date it gives, and what came of it. */
export function PromiseMark({ promise }: { promise: PromiseView }) {
  const texts = useTexts(caseTexts).promise;
  const { language } = useLanguage();
  const now = useNow();
  const when = (at: string): string => sayWhen(new Date(at), now, { language });
  const { state, dueAt, firstDueAt, moves } = promise;
  const said: Record<PromiseView['state'], [Tone, string]> = {
    open: ['plain', moves.length > 0 ? texts.moved(when(firstDueAt), when(dueAt)) : texts.made(when(dueAt))],
    in_danger: ['warm', texts.danger(when(dueAt))],
    kept: ['take', texts.kept],
    broken: ['boil', texts.broken(when(dueAt))],
    released: ['plain', texts.released],
  };
  const [tone, words] = said[state];
  return <Pill tone={tone} title={`${promise.text} · ${sayExactly(new Date(dueAt), { language })}`}>{words}</Pill>;
}
