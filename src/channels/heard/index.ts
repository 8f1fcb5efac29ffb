/** The front door of what is heard elsewhere for other domains. */
export { bringInPosts, importsDue } from './actions/bring-in.ts';
export { postsDue, notePosts } from './actions/deliveries.ts';
export { heardFigures } from './queries/figures.ts';
