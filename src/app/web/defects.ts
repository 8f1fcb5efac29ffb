/** Puts a defect of the page where developers look, under the number that the person was shown. */
export const reportDefect = (error: unknown, id: string): void => {
  console.error(`[${id}]`, error);
};
