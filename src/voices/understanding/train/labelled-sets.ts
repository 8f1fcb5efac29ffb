import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Texts of other people's customers, with what each is about: for measuring only, read where they lie, and not on every machine. */
const folder = fileURLToPath(new URL('../../../../../shared/data/feedback', import.meta.url));

export const hasLabelledSets = existsSync(folder);

export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly label: string;
}

const jsonLines = (file: string | URL): Record<string, string>[] =>
  readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, string>);

/** Rows of a table with commas, quotes doubled inside quotes, line breaks kept; the first row is left out. */
const tableRows = (file: string): string[][] => {
  const cells = [...readFileSync(file, 'utf8').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gu)];
  const rows: string[][] = [[]];
  for (const [whole, cell = '', end] of cells) {
    if (whole === '') break;
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(1).filter((row) => row.length > 1);
};

/** 913 insurance customers' requests in 22 intents (DSTC 11, track 2). */
export const insuranceRequests = (): Labelled[] =>
  jsonLines(`${folder}/dstc11/development-utterances.jsonl`).map(({ utterance = '', intent = '' }, place) => ({ id: String(place), text: utterance, label: intent }));

/** 1,880 questions to a bank in 47 intents (BANKING77, the test half). */
export const bankQuestions = (): Labelled[] => tableRows(`${folder}/banking77/test.csv`).map(([text = '', label = ''], place) => ({ id: String(place), text, label }));

/** Our own sentences in Italian: ten for each of eight themes of Casa Lumina. */
export const ourThemes = (): Labelled[] =>
  jsonLines(new URL('../labelled/themes-it.jsonl', import.meta.url)).map(({ theme = '', text = '' }, place) => ({ id: String(place), text, label: theme }));

/** Twelve features, each with some fifty reviews of which a person said whether they speak of it. */
export const judgedReviews = (): { query: string; reviews: { id: string; text: string; about: boolean }[] }[] =>
  readdirSync(`${folder}/app-review-features/search`).map((file) => {
    const rows = tableRows(`${folder}/app-review-features/search/${file}`);
    return { query: rows[0]?.[3] ?? '', reviews: rows.map(([, , text = '', , judged = ''], place) => ({ id: String(place), text, about: judged.trim() === 'Y' })) };
  });
