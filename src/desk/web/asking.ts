/** What is being asked on top of the case, one at a time. */
export type Asking = 'department' | 'handover' | 'level' | 'thirdParty' | 'refer' | 'incident' | 'complaint' | 'nextUpdate' | 'merge' | 'split' | 'resolve' | 'publicAnswer' | 'opportunity';
