import { useTexts } from '#ui/language.tsx';
import { Empty } from '#ui/states.tsx';
import type { PlaceKey } from '../navigation.ts';
import { shellTexts } from '../texts.ts';

/** A place where nothing is yet: what will be there. */
export function Beginning({ place }: { place: PlaceKey }) {
  const { title, words } = useTexts(shellTexts).empty[place];
  return <Empty screen title={title}>{words}</Empty>;
}
