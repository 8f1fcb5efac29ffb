/** What is being asked on top of the case, one at a time. */
export type Asking = 'department' | 'handover' | 'level' | 'thirdParty' | 'nextUpdate' | 'merge' | 'split' | 'resolve';
