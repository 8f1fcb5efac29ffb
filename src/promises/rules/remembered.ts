/** Sentences are read by several rules, and again with every letter that somebody types after them. */
const most = 256;

/** `read`, which must depend on the text alone, with its latest answers kept. */
export const remembered = <Value>(read: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
};
