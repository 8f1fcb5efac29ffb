/** The two languages in which Presa speaks. Both are complete: a missing line does not compile. */
export type Language = 'it' | 'en';

export const languages: readonly Language[] = ['it', 'en'];

/** What people read, under the same keys in both languages; a value is a sentence or a function that builds one. */
export type Texts<Table> = Readonly<Record<Language, Table>>;

/** Declares texts. `en` must have exactly the shape of `it`. */
export const defineTexts = <Table extends object>(texts: { it: Table; en: NoInfer<Table> }): Texts<Table> => texts;

/** The wording for `count`: Italian and English both tell only one from many. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
