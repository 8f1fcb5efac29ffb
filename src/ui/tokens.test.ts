/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
const tokens = new Map(pairs.map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]));

/** Relative luminance as WCAG 2.2 defines it, of a colour written #rrggbb. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (front: string, back: string, theme: 'light' | 'dark'): number => {
  const [a, b] = [front, back].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no --${name}`);
    return luminance(token[theme]);
  });
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
};

const grounds = ['paper', 'panel', 'sunk', 'hover'];
const meanings = ['calm', 'warm', 'hot', 'boil', 'take', 'leave', 'internal'];

/** What is read: 4.5 to 1. */
const read: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((ink) => [...grounds, 'accent-soft'].map((ground): [string, string] => [ink, ground])),
  ...meanings.flatMap((tone) => [...grounds, `${tone}-soft`].map((ground): [string, string] => [`${tone}-ink`, ground])),
  ...meanings.flatMap((tone): [string, string][] => [['ink', `${tone}-soft`], ['ink-2', `${tone}-soft`]]),
  ['ink', 'mark'], ['ink-2', 'mark'], ['ink', 'internal-wash'], ['ink-2', 'internal-wash'], ['internal-ink', 'internal-wash'],
  ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['on-take', 'take'], ['paper', 'ink'],
];

/** What is seen but not read (edges of fields, bars, marks, the focus ring): 3 to 1. */
const seen: [string, string][] = [
  ...['edge', ...meanings].flatMap((line) => ['paper', 'panel', 'sunk'].map((ground): [string, string] => [line, ground])),
  ...meanings.map((tone): [string, string] => [tone, `${tone}-soft`]),
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(read)('%s can be read on %s', (front, back) => expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5));
  it.each(seen)('%s can be seen on %s', (front, back) => expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3));
});
