/** What a word is worth: below 0 bad, above 0 good, undefined where it says nothing. */
export type Weights = (word: string) => number | undefined;

const endsOfAdjectives = /^(?:[oaei]|h[ei]|[oae]?mente|issim[oaei]|issimamente|ezza|ett[oaei])?$/u;

/** Words come again and again: what was found for one is kept, up to a number that bounds the memory. */
const mostKept = 20_000;

/**
 * Reads lists of words by strength. `stem*` takes whatever follows, `stem~` the endings of Italian adjectives and adverbs; a whole
 * word goes before a stem, the longer stem before the shorter.
 */
export const weightsOf = (...lists: readonly Readonly<Record<number, string>>[]): Weights => {
  const whole = new Map<string, number>();
  const begun = new Map<string, { readonly weight: number; readonly anyEnd: boolean }>();
  for (const list of lists) {
    for (const [weight, words] of Object.entries(list)) {
      for (const word of words.split(/\s+/u)) {
        if (/[*~]$/u.test(word)) begun.set(word.slice(0, -1), { weight: Number(weight), anyEnd: word.endsWith('*') });
        else whole.set(word, Number(weight));
      }
    }
  }
  const lookedUp = new Map<string, number | undefined>();
  const find = (word: string): number | undefined => {
    for (let length = word.length; length > 2; length -= 1) {
      const stem = begun.get(word.slice(0, length));
      if (stem !== undefined && (stem.anyEnd || endsOfAdjectives.test(word.slice(length)))) return stem.weight;
    }
    return undefined;
  };
  return (word) => {
    const known = whole.get(word) ?? lookedUp.get(word);
    if (known !== undefined || lookedUp.has(word)) return known;
    const found = find(word);
    if (lookedUp.size < mostKept) lookedUp.set(word, found);
    return found;
  };
};

/** Faces and signs; the same in every language. */
export const signs: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [3, '❤♥♡💓💞💘🫶😍🥰😘💕💖💗💙💚💛💜🧡🤩💯🏆'],
      [2, '☺😎🥇🎈🌈🍀🕺💃🎶😀😃😄😁😊🙂😎🤗👍👏🙌🎉🎊✨🌟⭐💪😻🥳😇🤝🙏💋👌😋🌹🌸✅'],
      [1, '🔥👀😸🤣😆😉😅😜😝✌☀🎁'],
      [-1, '😐😑😕🤔🙄😒😓😬😥😪😫😩⏳🤷⚠'],
      [-2, '☹😞😟😢😭😠😤😔😣😖😰😨😱🙁👎💔😾🤦🤥😷🤒'],
      [-3, '😡🤬🤮🤢💩🖕💀'],
    ] as const
  ).flatMap(([weight, faces]) => [...faces].map((face): [string, number] => [face, weight])),
);
