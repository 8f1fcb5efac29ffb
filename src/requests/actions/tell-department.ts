import type { DomainEvent } from '#base/events.ts';
import type { Work } from '#base/work.ts';

/** Tells the open boards of a department that something of theirs changed; of cases they hear nothing. Follows whatever happens to a request. */
export const tellBoards = async (work: Work, { data }: Pick<DomainEvent, 'data'>): Promise<void> => {
  const id = (data as { department?: { id?: unknown } }).department?.id;
  if (typeof id === 'string') work.tell(`department:${id}`, id);
};
