export { breakPromises, warnPromises } from './actions/watch.ts';
