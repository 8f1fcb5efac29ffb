/** The front door of the forms: how any public form proves when it was opened. */
export { openedAtIn, ticketFor } from './ticket.ts';
