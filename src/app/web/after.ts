/**
 * Goes on when an act has succeeded, even if what asked for it is gone by then: the news of the act takes its banner or its form off
 * the screen, and callbacks given to `mutate` would go with it. `after(take.mutateAsync(…), () => say(…))`. An act that failed is shown
 * from its own `error`, unless `failed` says it elsewhere.
 */
export const after = <Answer>(act: Promise<Answer>, done: (answer: Answer) => void, failed: (words: string | undefined) => void = () => undefined): void => {
  act.then(done, (error: unknown) => failed((error as { words?: string }).words));
};
