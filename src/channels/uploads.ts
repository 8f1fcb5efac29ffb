import { z } from 'zod';
import { line } from '#base/shapes.ts';

/** All files of one message together, in bytes. A photo of a broken lamp fits; a film does not. */
export const largestUploads = 10_000_000;
/** What such a message weighs on the way: base64 adds a third, the words and names a little. */
export const uploadsBodyLimit = Math.ceil(largestUploads * 1.37) + 200_000;

const upload = z.object({ name: line(200), type: line(120), base64: z.base64().max(Math.ceil(largestUploads * 1.37)) });

/** Files that somebody outside sends along with what they write. */
export const uploads = z
  .array(upload)
  .max(10)
  .default([])
  .refine((files) => files.reduce((sum, file) => sum + file.base64.length * 0.75, 0) <= largestUploads, {
    params: { it: 'I file insieme superano 10 MB: ne mandi meno, o più leggeri.', en: 'Together the files exceed 10 MB: send fewer, or smaller ones.' },
  });
export type Upload = z.output<typeof upload>;
