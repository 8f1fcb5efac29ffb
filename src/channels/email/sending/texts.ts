import { defineTexts, type Language } from '#base/texts.ts';

const texts = defineTexts({
  it: {
    follow: (number: number, url: string) => `A che punto siamo, in ogni momento (caso C-${number}): ${url}`,
    number: (number: number) => `Caso C-${number}`,
  },
  en: {
    follow: (number: number, url: string) => `See where things stand at any time (case C-${number}): ${url}`,
    number: (number: number) => `Case C-${number}`,
  },
});

/** What stands below every reply: the case, and where its customer follows it. */
export const replyFooter = (language: Language, { number, pageUrl }: { number: number; pageUrl: string | null }): string =>
  pageUrl === null ? texts[language].number(number) : texts[language].follow(number, pageUrl);
