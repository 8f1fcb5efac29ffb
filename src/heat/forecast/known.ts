/** Fourteen bits a name: about one name in a thousand that was never put in is taken for one that was. */
const bitsEach = 14;
const probes = 10;

const hashOf = (name: string, seed: number): number => {
  let hash = 2_166_136_261 ^ seed;
  for (let place = 0; place < name.length; place += 1) hash = Math.imul(hash ^ name.charCodeAt(place), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return (hash ^ (hash >>> 13)) >>> 0;
};

const placesOf = (name: string, size: number): number[] => {
  const [start, step] = [hashOf(name, 17), hashOf(name, 71)];
  return Array.from({ length: probes }, (_, probe) => (start + probe * step) % size);
};

/**
 * Remembers which threads a model has learnt from, without carrying their names (a Bloom filter): no thread that taught a model may
 * ever test it, whichever file it comes in.
 */
export const remember = (names: readonly string[]): string => {
  const bytes = Buffer.alloc(Math.max(8, Math.ceil((names.length * bitsEach) / 8)));
  for (const name of names) for (const place of placesOf(name, bytes.length * 8)) bytes[place >> 3]! |= 1 << (place & 7);
  return bytes.toString('base64');
};

/** Whether the name was remembered. */
export const remembersIn = (remembered: string): ((name: string) => boolean) => {
  const bytes = Buffer.from(remembered, 'base64');
  return (name) => placesOf(name, bytes.length * 8).every((place) => (bytes[place >> 3]! & (1 << (place & 7))) !== 0);
};
