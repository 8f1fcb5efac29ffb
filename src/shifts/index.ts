/** The front door of shifts. */
export { tellBeforeClosing } from './actions.ts';
