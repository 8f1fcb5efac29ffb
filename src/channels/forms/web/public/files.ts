import type { InputOf } from '#base/contract.ts';
import { base64Of } from '#ui/base64-of.ts';
import type { sendForm } from '../../contract.ts';

/** A file on its way, as the intake takes it. */
export type SentFile = NonNullable<InputOf<typeof sendForm>['body']['files']>[number];

/** All files of one message together, in bytes: the intake takes no more, and says so; the page says it before the wait. */
export const largest = 10_000_000;
export const mostFiles = 10;

export const weightOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** The files as the API takes them. Throws where one has gone from the disk since it was chosen. */
export const toSend = (files: readonly File[]): Promise<SentFile[]> =>
  Promise.all(files.map(async (file) => ({ name: file.name, type: file.type || 'application/octet-stream', base64: await base64Of(file) })));
