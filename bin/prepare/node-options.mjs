/**
 * How Node runs Presa. Left alone, the young part of the heap grows large and stays so: with 200 screens open the bench found 289 MB
 * resident instead of 207, and nothing came later on a screen.
 */
export const nodeOptions = ['--max-semi-space-size=8'];
