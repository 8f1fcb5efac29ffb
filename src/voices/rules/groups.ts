export interface LooseVoice {
  readonly id: string;
  readonly text: string;
  /** Whoever said it, one name for one customer. */
  readonly who: string;
  readonly saidBy: string;
}

/** Fewer people are no theme yet: two who say the same may be one household. */
const fewestPeople = 3;

/** Groups that are worth a person's look: said by three people or more, the largest first. */
export const worthProposing = (groups: readonly (readonly LooseVoice[])[]): (readonly LooseVoice[])[] =>
  groups.filter((voices) => new Set(voices.map(({ who }) => who)).size >= fewestPeople).sort((one, other) => other.length - one.length);

const [shortest, longest] = [20, 90];

/** What a group may be called until a person says it better: the shortest of its voices that is a sentence, cut at a word. */
export const titleOf = (voices: readonly LooseVoice[]): string => {
  const byLength = voices.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim()).toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
  const chosen = byLength.find((text) => text.length >= shortest) ?? byLength.at(-1) ?? '';
  if (chosen.length <= longest) return chosen;
  const cut = chosen.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
};
