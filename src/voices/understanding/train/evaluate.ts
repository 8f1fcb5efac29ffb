import path from 'node:path';
import type { Language } from '#base/texts.ts';
import { classify, type Understood } from '../classify.ts';
import { shareOf, teaches } from './corpora.ts';
import { figureOf, type Figure } from './figures.ts';
import { labelled, readRequests } from './labelled.ts';
import { tableIn } from './tables.ts';

const feelings = { negative: -1, neutral: 0, positive: 1 } as const;
const complaints = { complaint: 1, other: 0 } as const;

const feelingOf = ({ sentiment }: Understood): number => (sentiment < -0.2 ? -1 : sentiment > 0.2 ? 1 : 0);
const complains = ({ complaint }: Understood): number => (complaint >= 0.5 ? 1 : 0);
const requests = ({ kinds }: Understood): number => (kinds.some(({ kind }) => kind === 'feature_request') ? 1 : 0);

/** Sets that may not teach were looked at while the rules were written: this share of them, told by the number of the text. The rest is the figure. */
export const lookedAt = 0.3;

const said = (texts: readonly string[], language: Language): Understood[] => texts.map((text) => classify(text, language));

const tweets = (data: string): Record<string, Figure> => {
  const rows = tableIn(path.join(data, 'feedback/airline-tweets.csv')).filter(({ tweet_id = '' }) => shareOf(tweet_id) >= lookedAt);
  const found = said(rows.map(({ text = '' }) => text), 'en');
  const feelingIn = rows.map(({ airline_sentiment = '' }) => feelings[airline_sentiment as keyof typeof feelings]);
  return {
    'airline-tweets sentiment': figureOf(feelingIn, found.map(feelingOf), feelings),
    'airline-tweets complaint': figureOf(feelingIn.map((feeling) => (feeling < 0 ? 1 : 0)), found.map(complains), complaints),
  };
};

const italianTweets = (data: string): Record<string, Figure> => {
  const rows = tableIn(path.join(data, 'feedback/sentipolc16/sentipolc16_train.csv')).filter(({ idtwitter = '' }) => shareOf(`${idtwitter}x`) >= lookedAt);
  const feelingIn = ({ opos, oneg }: Record<string, string>): number => Number(opos) - Number(oneg);
  const clear = rows.filter(({ opos, oneg }) => opos !== '1' || oneg !== '1');
  const figure = (some: typeof rows): Figure => figureOf(some.map(feelingIn), said(some.map(({ text = '' }) => text), 'it').map(feelingOf), feelings);
  return { 'sentipolc16 sentiment': figure(clear), 'sentipolc16 sentiment, mixed as neutral': figure(rows) };
};

const townHall = (data: string): Record<string, Figure> => {
  const rows = tableIn(path.join(data, 'feedback/email-comune-it/second_dataset.csv'));
  const found = said(rows.map(({ text = '' }) => text), 'it');
  const kindIn = ({ complaint, kinds }: Understood): number => {
    const scoreOf = (wanted: string): number => kinds.find(({ kind }) => kind === wanted)?.score ?? 0;
    return complaint >= 0.5 && complaint >= scoreOf('praise') ? 0 : scoreOf('praise') > scoreOf('question') ? 2 : 1;
  };
  return { 'email-comune-it': figureOf(rows.map(({ label }) => Number(label)), found.map(kindIn), { complaint: 0, question: 1, praise: 2 }) };
};

const opinions = (data: string): Record<string, Figure> => {
  const rows = tableIn(path.join(data, 'feedback/app-review-features/opinion-ground-truth.csv')).flatMap((row) => {
    const [good, bad, neither] = [row['Feature (Positive)'] !== '', row['Feature (Negative)'] !== '', row['Feature (Neutral)'] !== ''];
    return (good && bad) || !(good || bad || neither) || shareOf(row['Sentence content'] ?? '') < teaches ? [] : [{ text: row['Sentence content'] ?? '', feeling: good ? 1 : bad ? -1 : 0 }];
  });
  return { 'app-review opinions': figureOf(rows.map(({ feeling }) => feeling), said(rows.map(({ text }) => text), 'en').map(feelingOf), feelings) };
};

const formal = (data: string): Record<string, Figure> => {
  const texts = tableIn(path.join(data, 'feedback/cfpb-complaints-1000.csv')).map(({ narrative = '' }) => narrative).filter((text) => shareOf(text) >= teaches);
  return { 'cfpb complaints': figureOf(texts.map(() => 1), said(texts, 'en').map(complains), { complaint: 1 }) };
};

const requestFigure = (texts: readonly { readonly text: string; readonly request: boolean }[]): Figure =>
  figureOf(texts.map(({ request }) => (request ? 1 : 0)), said(texts.map(({ text }) => text), 'en').map(requests), { request: 1 });

/** One request among two others: how far what was found goes where requests are not rare. */
const evened = (texts: readonly { readonly text: string; readonly request: boolean }[]): typeof texts => {
  const asked = texts.filter(({ request }) => request);
  const others = texts.filter(({ request }) => !request);
  const times = Math.round(others.length / (2 * asked.length));
  return [...others, ...Array.from({ length: Math.max(1, times) }, () => asked).flat()];
};

/** Requests for something that is not there, read and marked by us in sentences of reviews and in titles of issues. */
const wishes = (data: string): Record<string, Figure> => {
  const { reviews, issues } = readRequests();
  const lines = tableIn(path.join(data, 'feedback/app-review-features/opinion-ground-truth.csv')).flatMap((row, place) => {
    const read = reviews.read.some(([from, to]) => place >= from && place <= to) && !reviews.unclear.includes(place);
    return read ? [{ text: row['Sentence content'] ?? '', request: reviews.requests.includes(place) }] : [];
  });
  const titles = new Map(tableIn(path.join(data, 'conversations/github-incivility/issue_threads.csv')).map((row) => [row['issue_id'] ?? '', row['issue_title'] ?? '']));
  const marked = [...issues.requests.map((id) => ({ id, request: true })), ...issues.others.map((id) => ({ id, request: false }))];
  return {
    'feature requests in reviews, 1 in 42': requestFigure(lines),
    'feature requests in reviews, 1 in 3': requestFigure(evened(lines)),
    'feature requests in titles of issues, 1 in 4': requestFigure(marked.map(({ id, request }) => ({ text: titles.get(id) ?? '', request }))),
  };
};

/** Our own held-back sentences, half of them traps; they stand in the repository. */
export const evaluateOwn = (): Record<string, Figure> =>
  Object.fromEntries(
    (['it', 'en'] as const).flatMap((language): [string, Figure][] => {
      const lines = labelled(`test-${language}`);
      const found = lines.map(({ text }) => classify(text));
      return [
        [`own ${language} sentiment`, figureOf(lines.map(({ sentiment }) => sentiment), found.map(feelingOf), feelings)],
        [`own ${language} complaint`, figureOf(lines.map(({ complaint }) => complaint), found.map(complains), complaints)],
        [`own ${language} feature request`, figureOf(lines.map(({ kinds }) => (kinds.includes('feature_request') ? 1 : 0)), found.map(requests), { request: 1 })],
      ];
    }),
  );

/** Everything that was measured, on the folder of public sets. */
export const evaluateUnderstanding = (data: string): Record<string, Figure> => ({ ...tweets(data), ...italianTweets(data), ...townHall(data), ...opinions(data), ...formal(data), ...wishes(data), ...evaluateOwn() });
