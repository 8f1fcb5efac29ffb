import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { id, idParams, instant, line, localDate } from '#base/shapes.ts';
import { charsets, fields, postAddress, rowReasons, separators } from '../rules.ts';

const leads = ['lead', 'admin'] as const;
const onImport = { access: leads, object: 'heard_import', params: idParams } as const;

const mapping = z.partialRecord(z.enum(fields), z.string().max(200));

const pageUrl = z
  .string()
  .max(2_000)
  .refine((typed) => postAddress(typed) !== null, { params: { it: 'Incolla l’indirizzo completo della pagina: comincia con https://.', en: 'Paste the whole address of the page: it begins with https://.' } })
  .transform((typed) => postAddress(typed) ?? typed);

/** How a file is read; `charset` and `separator` were found out and can be changed, the rest is what somebody says of it. */
const reading = z.object({
  charset: z.enum(charsets),
  format: z.enum(['columns', 'lines']),
  separator: z.enum(separators),
  mapping,
  dateOrder: z.enum(['dmy', 'mdy']),
  site: z.string().nullable(),
  channel: z.enum(['review', 'social']),
  pageUrl: z.string().nullable(),
  onlyFrom: localDate.nullable(),
});

const rowOutcome = z.enum(['opened', 'joined', 'suggested', 'known', 'left_out', 'refused']);

/** `ready`: it waits for somebody to say which column is what. */
const importView = z.object({
  id,
  name: z.string(),
  size: z.int(),
  rows: z.int(),
  /** How many of them are settled. */
  done: z.int(),
  state: z.enum(['ready', 'running', 'done', 'undoing', 'undone']),
  uploadedAt: instant,
  uploadedBy: z.string(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  became: z.object({ opened: z.int(), joined: z.int(), suggested: z.int(), known: z.int(), left_out: z.int(), refused: z.int() }),
  /** Of an import that was undone: what was taken back, and what stays because somebody had acted. */
  takenBack: z.int(),
  stays: z.int(),
});
export type ImportView = z.infer<typeof importView>;

const importDetail = z.object({
  import: importView,
  reading,
  columns: z.array(z.string()),
  /** The first rows, as they stand in the file. */
  sample: z.array(z.array(z.string())),
  timeZone: z.string(),
});
export type ImportDetail = z.infer<typeof importDetail>;

/** A file of ten megabytes holds some forty thousand reviews. */
const largestFile = 10_000_000;

export const listImports = get('/heard/imports', { summary: 'The last files of reviews and posts, the newest first.', access: leads, out: z.object({ items: z.array(importView) }) });

export const uploadImport = post('/heard/imports', {
  summary: 'Takes a file of reviews or posts (CSV, or one JSON object a line), stores it as it is, and says how it would be read. Nothing of it happens yet.',
  access: leads,
  bodyLimit: Math.ceil(largestFile * 1.37) + 10_000,
  body: z.object({ name: line(200), base64: z.base64().max(Math.ceil(largestFile * 1.37)) }),
  out: importDetail,
});

export const readImport = get('/heard/imports/:id', { summary: 'One file: how it is read, its first rows, how far it is.', ...onImport, out: importDetail });

export const rereadImport = put('/heard/imports/:id/reading', {
  summary: 'Reads a file anew, in other letters or with another separator, as long as it was not brought in.',
  ...onImport,
  body: z.object({ charset: z.enum(charsets), separator: z.enum(separators) }),
  out: importDetail,
});

export const startImport = post('/heard/imports/:id/start', {
  summary: 'Brings the rows in, one after the other. What is known already is not noted twice; what is interrupted goes on where it was.',
  ...onImport,
  body: z.object({
    mapping,
    dateOrder: z.enum(['dmy', 'mdy']),
    site: line(60).nullable(),
    channel: z.enum(['review', 'social']),
    pageUrl: pageUrl.nullable(),
    onlyFrom: localDate.nullable(),
  }),
  out: importView,
});

export const undoImport = post('/heard/imports/:id/undo', {
  summary: 'Takes back what the file brought, case by case, where nobody has acted since; what somebody has acted on stays, and is listed.',
  ...onImport,
  out: importView,
});

export const discardImport = del('/heard/imports/:id', { summary: 'Puts away a file that was never brought in.', ...onImport, out: z.object({ id }) });

export const readImportFile = get('/heard/imports/:id/file', { summary: 'The file as it came, as a download.', ...onImport, out: z.any() });

export const importRows = get('/heard/imports/:id/rows', {
  summary: 'What became of the rows, a hundred at a time, by outcome.',
  ...onImport,
  query: z.object({ became: rowOutcome.optional(), stays: z.enum(['yes']).optional(), after: z.coerce.number().int().min(-1).default(-1) }),
  out: z.object({
    items: z.array(
      z.object({
        /** The line as a spreadsheet counts it, the headings being the first. */
        line: z.int(),
        became: rowOutcome,
        /** A code of `rowReasons`, of a refusal, or `defect`. */
        reason: z.enum([...rowReasons, 'older', 'defect', 'refused']).nullable(),
        excerpt: z.string(),
        caseId: id.nullable(),
        caseNumber: z.int().nullable(),
        undone: z.enum(['taken_back', 'stays']).nullable(),
      }),
    ),
    next: z.int().nullable(),
  }),
});
