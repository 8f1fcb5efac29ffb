import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableIn } from './tables.ts';

/** Texts of other people's customers, with what each is about: for measuring only, read where they lie, and not on every machine. */
const folder = fileURLToPath(new URL('../../../../../shared/data/feedback', import.meta.url));

export const hasLabelledSets = existsSync(folder);

export interface Sorted {
  readonly id: string;
  readonly text: string;
  readonly label: string;
}

const jsonLines = (file: string | URL): Record<string, string>[] =>
  readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, string>);

/** 913 insurance customers' requests in 22 intents (DSTC 11, track 2). */
export const insuranceRequests = (): Sorted[] =>
  jsonLines(`${folder}/dstc11/development-utterances.jsonl`).map(({ utterance = '', intent = '' }, place) => ({ id: String(place), text: utterance, label: intent }));

/** 1,880 questions to a bank in 47 intents (BANKING77, the test half). */
export const bankQuestions = (): Sorted[] => tableIn(`${folder}/banking77/test.csv`).map(({ text = '', category = '' }, place) => ({ id: String(place), text, label: category }));

/** Our own sentences in Italian: ten for each of eight themes of Casa Lumina. */
export const ourThemes = (): Sorted[] =>
  jsonLines(new URL('../labelled/themes-it.jsonl', import.meta.url)).map(({ theme = '', text = '' }, place) => ({ id: String(place), text, label: theme }));

/** Twelve features, each with some fifty reviews of which a person said whether they speak of it. */
export const judgedReviews = (): { query: string; reviews: { id: string; text: string; about: boolean }[] }[] =>
  readdirSync(`${folder}/app-review-features/search`).map((file) => {
    const rows = tableIn(`${folder}/app-review-features/search/${file}`);
    return {
      query: rows[0]?.['Query (Orginal)'] ?? '',
      reviews: rows.map((row, place) => ({ id: String(place), text: row['Review content'] ?? '', about: row['Judge']?.trim() === 'Y' })),
    };
  });
