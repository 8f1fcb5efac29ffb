/** What somebody wrote as a whole sentence: with the full stop that they left out. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
