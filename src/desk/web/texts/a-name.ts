/** «ad Amministrazione», «a Magazzino»: Italian says ad before the same vowel. */
export const aName = (name: string): string => `${/^a/iu.test(name) ? 'ad' : 'a'} ${name}`;
