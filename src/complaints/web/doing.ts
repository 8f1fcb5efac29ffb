/** What is being done about a complaint, one thing at a time; some are about one of its lines. */
export type Doing =
  | { readonly act: 'acknowledge' | 'interim' | 'answer' | 'pay' | 'plan' | 'escalate' | 'responsible' | 'correct' | 'annul' | 'reopen' }
  | { readonly act: 'actionDone' | 'ended' | 'withdraw'; readonly entryId: string; readonly about: string };
