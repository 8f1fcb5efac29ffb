/** The front door of the invented company. */
export { demoPassword, foundCasaLumina, visitorAddress, type CasaLumina, type Colleague, type PersonKey } from './company.ts';
export { daysBefore } from './days.ts';
export type { Ask, Scene, Stage } from './play.ts';
export { storiesOf } from './stories.ts';
