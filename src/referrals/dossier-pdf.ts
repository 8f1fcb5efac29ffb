import { createRequire } from 'node:module';
import { saySize } from '#base/say-size.ts';
import type { Dossier } from './contract.ts';
import { sayOnPaper } from './dossier-words.ts';
import { dossierTexts } from './texts.ts';

type Content = string | { readonly [key: string]: unknown };

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

const heading = (text: string): Content => ({ text, style: 'heading' });
const section = (title: string, body: readonly Content[]): Content[] => (body.length === 0 ? [] : [heading(title), ...body]);

/** The dossier on paper: A4, with the number of the case and of the page at the foot of each. */
export const dossierPdf = (dossier: Dossier): Promise<Buffer> => {
  const texts = dossierTexts[dossier.language];
  const { contact } = dossier;
  const said = dossier.said.flatMap((one): Content[] => [
    { text: [{ text: one.who, bold: true }, { text: `  ${sayOnPaper(one.at, dossier)}`, color: '#5b5a55' }], margin: [0, 8, 0, 2] },
    one.text.trim() === '' ? texts.noWords : one.text.trim(),
  ]);
  return printer()
    .createPdf({
      info: { title: `${texts.title}: ${dossier.subject}`, author: dossier.companyName },
      pageSize: 'A4',
      pageMargins: [56, 56, 56, 64],
      defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.25 },
      styles: { title: { fontSize: 20, bold: true, margin: [0, 4, 0, 2] }, heading: { fontSize: 12, bold: true, margin: [0, 16, 0, 4] }, soft: { color: '#5b5a55' } },
      footer: (page: number, pages: number) => ({ text: `${texts.case(dossier.caseNumber)} · ${page} / ${pages}`, alignment: 'center', fontSize: 9, color: '#5b5a55' }),
      content: [
        { text: `${texts.by(dossier.companyName)} · ${texts.case(dossier.caseNumber)} · ${sayOnPaper(dossier.madeAt, dossier)}`, style: 'soft' },
        { text: dossier.subject, style: 'title' },
        { text: texts.for(dossier.to), style: 'soft' },
        ...section(texts.why, [dossier.reason]),
        ...section(texts.customer, [dossier.customerName]),
        ...section(texts.contact, [[contact.name, contact.address].filter((part) => part !== null).join(', ')]),
        ...section(texts.brings, dossier.brings.length === 0 ? [] : [{ ul: [...dossier.brings] }]),
        ...section(texts.files, dossier.files.length === 0 ? [] : [{ ul: dossier.files.map(({ name, size }) => `${name} (${saySize(size, dossier.language)})`) }]),
        ...section(texts.said, said),
      ],
    })
    .getBuffer();
};
