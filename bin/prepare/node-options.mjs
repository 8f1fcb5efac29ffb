/**
 * How Node runs Presa. By default the young part of the heap grows to three times 32 MB and stays there: with 200 screens open that
 * was 289 MB resident instead of 207, and nothing came later on a screen.
 */
export const nodeOptions = ['--max-semi-space-size=8'];
