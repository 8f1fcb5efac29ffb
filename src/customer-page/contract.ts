export * from './contract/events.ts';
export { customerPageView, pageOpened, readPage, type Awaited, type CustomerPageView, type Step } from './contract/view.ts';
export * from './contract/writing.ts';
