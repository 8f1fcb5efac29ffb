import { packModel } from '../learned.ts';
import { allLessons } from './corpora.ts';
import { learn } from './learn.ts';

/** Learns from the folder of public sets and from our own sentences; returns the file of the weights. The same data make the same file. */
export const trainUnderstanding = (data: string): { file: Buffer; lessons: number } => {
  const lessons = allLessons(data);
  return { file: packModel(learn(lessons)), lessons: lessons.length };
};
