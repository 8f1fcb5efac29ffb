import { createRequire } from 'node:module';

export type PaperContent = string | { readonly [key: string]: unknown };

interface Printer {
  addFonts(fonts: Readonly<Record<string, unknown>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: Readonly<Record<string, unknown>>): { getBuffer(): Promise<Buffer> };
}

const kept: { printer?: Printer } = {};

/** Loaded when the first paper is asked for: the printer and its letters take 20 MB that most starts never need. */
const printer = (): Printer => {
  if (kept.printer !== undefined) return kept.printer;
  const require = createRequire(import.meta.url);
  const made = require('pdfmake') as Printer;
  const letters = require.resolve('pdfmake/build/fonts/Roboto/Roboto-Regular.ttf').replace(/Roboto-Regular\.ttf$/u, '');
  const font = (name: string): string => `${letters}Roboto-${name}.ttf`;
  made.addFonts({ Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') } });
  // What a customer wrote is data: nothing in it may make us fetch or read anything but our own letters.
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((path) => path.startsWith(letters));
  return (kept.printer = made);
};

export interface Paper {
  readonly title: string;
  readonly author: string;
  /** Stands at the foot of each page, before its number. */
  readonly foot: string;
  readonly content: readonly PaperContent[];
}

/** A4 sheets as PDF. `content` is in the printer's own form, with the styles `title`, `heading` and `soft`. */
export const printPaper = ({ title, author, foot, content }: Paper): Promise<Buffer> =>
  printer()
    .createPdf({
      info: { title, author },
      pageSize: 'A4',
      pageMargins: [56, 56, 56, 64],
      defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.25 },
      styles: { title: { fontSize: 20, bold: true, margin: [0, 4, 0, 2] }, heading: { fontSize: 12, bold: true, margin: [0, 16, 0, 4] }, soft: { color: '#5b5a55' } },
      footer: (page: number, pages: number) => ({ text: `${foot} · ${page} / ${pages}`, alignment: 'center', fontSize: 9, color: '#5b5a55' }),
      content,
    })
    .getBuffer();

/** A heading with what stands below it; nothing at all where nothing does. */
export const paperSection = (title: string, body: readonly PaperContent[]): PaperContent[] => (body.length === 0 ? [] : [{ text: title, style: 'heading' }, ...body]);
