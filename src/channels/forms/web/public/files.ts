import type { InputOf } from '#base/contract.ts';
import type { sendForm } from '../../contract.ts';

/** A file on its way, as the intake takes it. */
export type SentFile = NonNullable<InputOf<typeof sendForm>['body']['files']>[number];

/** All files of one message together, in bytes: the intake takes no more, and says so; the page says it before the wait. */
export const largest = 10_000_000;
export const mostFiles = 10;

export const weightOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** «340 KB», «2,4 MB». */
export const sayWeight = (bytes: number, language: string): string => {
  const [amount, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1_000)), 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${amount.toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
};

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read.')));
    reader.addEventListener('load', () => {
      const [, base64 = ''] = String(reader.result).split(',', 2);
      resolve(base64);
    });
    reader.readAsDataURL(file);
  });

/** The files as the API takes them. Throws where one has gone from the disk since it was chosen. */
export const toSend = (files: readonly File[]): Promise<SentFile[]> =>
  Promise.all(files.map(async (file) => ({ name: file.name, type: file.type || 'application/octet-stream', base64: await base64Of(file) })));
