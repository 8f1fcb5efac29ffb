import { paperSection, printPaper, type PaperContent } from '#base/paper.ts';
import { saySize } from '#base/say-size.ts';
import type { Dossier } from './contract.ts';
import { sayOnPaper } from './dossier-words.ts';
import { dossierTexts } from './texts.ts';

/** The dossier on paper: A4, with the number of the case and of the page at the foot of each. */
export const dossierPdf = (dossier: Dossier): Promise<Buffer> => {
  const texts = dossierTexts[dossier.language];
  const { contact } = dossier;
  const said = dossier.said.flatMap((one): PaperContent[] => [
    { text: [{ text: one.who, bold: true }, { text: `  ${sayOnPaper(one.at, dossier)}`, color: '#5b5a55' }], margin: [0, 8, 0, 2] },
    one.text.trim() === '' ? texts.noWords : one.text.trim(),
  ]);
  return printPaper({
    title: `${texts.title}: ${dossier.subject}`,
    author: dossier.companyName,
    foot: texts.case(dossier.caseNumber),
    content: [
      { text: `${texts.by(dossier.companyName)} · ${texts.case(dossier.caseNumber)} · ${sayOnPaper(dossier.madeAt, dossier)}`, style: 'soft' },
      { text: dossier.subject, style: 'title' },
      { text: texts.for(dossier.to), style: 'soft' },
      ...paperSection(texts.why, [dossier.reason]),
      ...paperSection(texts.customer, [dossier.customerName]),
      ...paperSection(texts.contact, [[contact.name, contact.address].filter((part) => part !== null).join(', ')]),
      ...paperSection(texts.brings, dossier.brings.length === 0 ? [] : [{ ul: [...dossier.brings] }]),
      ...paperSection(texts.files, dossier.files.length === 0 ? [] : [{ ul: dossier.files.map(({ name, size }) => `${name} (${saySize(size, dossier.language)})`) }]),
      ...paperSection(texts.said, said),
    ],
  });
};
