/** How many letters must be added, dropped or changed to get from one to the other (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_nothing, place) => place);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [place, against] of [...other].entries()) {
      next.push(Math.min((row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1, (row[place] ?? 0) + (letter === against ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

/** What was probably meant by `typed`: a name that begins so, or is a few letters off; undefined where nothing is near. */
export const nearest = (typed: string, names: readonly string[]): string | undefined => {
  const word = typed.toLowerCase();
  const beginning = names.find((name) => word.length >= 2 && (name.startsWith(word) || word.startsWith(`${name} `)));
  if (beginning !== undefined) return beginning;
  const [closest] = names.map((name) => ({ name, far: distance(word, name) })).sort((one, other) => one.far - other.far);
  return closest !== undefined && closest.far <= Math.max(2, closest.name.length / 3) ? closest.name : undefined;
};
