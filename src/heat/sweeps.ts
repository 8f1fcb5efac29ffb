export { lookAtHeatAgain } from './actions/refresh.ts';
