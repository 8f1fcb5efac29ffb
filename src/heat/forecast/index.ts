/** The forecast, for whoever trains and tests it. */
export { evaluate } from './evaluate.ts';
export { sourceOf, type Source } from './examples.ts';
export { plainNames } from './features.ts';
export { modelShape, type Model } from './model.ts';
export { shippedModel } from './shipped.ts';
export { threadShape, timelinesOf } from './thread.ts';
export { train } from './train.ts';
