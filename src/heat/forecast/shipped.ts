import { readFileSync } from 'node:fs';
import { modelShape, type Model } from './model.ts';

let read: Model | undefined;

/** The model that comes with Presa; docs/forecast.md says what taught it, and by which command. */
export const shippedModel = (): Model => {
  read ??= modelShape.parse(JSON.parse(readFileSync(new URL('shipped.json', import.meta.url), 'utf8')));
  return read;
};
