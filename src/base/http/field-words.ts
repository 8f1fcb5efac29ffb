import type { z } from 'zod';
import { defineTexts, type Language } from '#base/texts.ts';

/** What is wrong with a field, for whoever filled it in: what to do, never the name of a type. */
const texts = defineTexts({
  it: {
    missing: 'Questo serve.',
    wrongKind: 'Così non va: controlli che cosa ha scritto.',
    email: 'Serve un indirizzo e-mail, come nome@esempio.it.',
    instant: 'Serve una data con l’ora.',
    date: 'Serve una data.',
    address: 'Serve un indirizzo web completo, come https://esempio.it.',
    id: 'Non c’è, oppure non è per lei.',
    tooShort: (least: number) => (least === 1 ? 'Non può restare vuoto.' : `Servono almeno ${least} caratteri.`),
    tooLong: (most: number) => `È troppo lungo: al massimo ${most} caratteri.`,
    tooFew: (least: number) => (least === 1 ? 'Ne serve almeno uno.' : `Ne servono almeno ${least}.`),
    tooMany: (most: number) => `Sono troppi: al massimo ${most}.`,
    tooSmall: (least: number) => `Almeno ${least}.`,
    tooBig: (most: number) => `Al massimo ${most}.`,
    oneOf: (choices: string) => `Scelga tra: ${choices}.`,
  },
  en: {
    missing: 'This is needed.',
    wrongKind: 'This is not right: check what you wrote.',
    email: 'An e-mail address is needed, like name@example.com.',
    instant: 'A date with a time is needed.',
    date: 'A date is needed.',
    address: 'A full web address is needed, like https://example.com.',
    id: 'It is not there, or not for you.',
    tooShort: (least: number) => (least === 1 ? 'This cannot stay empty.' : `At least ${least} characters are needed.`),
    tooLong: (most: number) => `This is too long: ${most} characters at most.`,
    tooFew: (least: number) => (least === 1 ? 'At least one is needed.' : `At least ${least} are needed.`),
    tooMany: (most: number) => `These are too many: ${most} at most.`,
    tooSmall: (least: number) => `At least ${least}.`,
    tooBig: (most: number) => `At most ${most}.`,
    oneOf: (choices: string) => `Choose one of: ${choices}.`,
  },
});

type Words = (typeof texts)['it'];

const formatWords = (format: string, words: Words): string => {
  switch (format) {
    case 'email':
      return words.email;
    case 'datetime':
      return words.instant;
    case 'date':
      return words.date;
    case 'url':
      return words.address;
    case 'uuid':
      return words.id;
    default:
      return words.wrongKind;
  }
};

const sizeWords = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, words: Words): string => {
  const isSmall = issue.code === 'too_small';
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') return isSmall ? words.tooShort(bound) : words.tooLong(bound);
  if (issue.origin === 'array' || issue.origin === 'set') return isSmall ? words.tooFew(bound) : words.tooMany(bound);
  return isSmall ? words.tooSmall(bound) : words.tooBig(bound);
};

/** The words for one issue. A rule of ours brings both wordings in its `params: { it, en }`. */
export const fieldWords = (issue: z.core.$ZodIssue, language: Language): string => {
  const words = texts[language];
  switch (issue.code) {
    case 'custom':
      return (issue.params?.[language] as string | undefined) ?? words.wrongKind;
    case 'too_small':
    case 'too_big':
      return sizeWords(issue, words);
    case 'invalid_format':
      return formatWords(issue.format, words);
    case 'invalid_value':
      return issue.values.length <= 8 ? words.oneOf(issue.values.map(String).join(', ')) : words.wrongKind;
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? words.missing : words.wrongKind;
    default:
      return words.wrongKind;
  }
};
