import { plus, second, type Instant } from '#base/clock.ts';
import type { Change } from '#base/live/announce.ts';

/** Somebody has a case open. */
export interface Here {
  readonly memberId: string;
  readonly name: string;
  readonly typing: boolean;
  readonly at: Instant;
}

/** How long "I am here" counts. Screens say it again every ten seconds; one that crashed is forgotten soon. */
export const presenceLasts = 15 * second;

const prefix = 'presence ';

/** One sign of life, in the form that travels between processes. The name travels along: it is a colleague's, no customer's. */
export const presenceChange = (caseId: string, here: Here): Change => ({
  topic: prefix + JSON.stringify([here.memberId, here.name, here.typing]),
  id: caseId,
  version: here.at.getTime(),
});

/** The sign of life that a change carries; undefined where it is other news. */
export const presenceIn = (change: Change): Here | undefined => {
  if (!change.topic.startsWith(prefix)) return undefined;
  const [memberId, name, typing] = JSON.parse(change.topic.slice(prefix.length)) as [string, string, boolean];
  return { memberId, name, typing, at: new Date(change.version) };
};

/** Who is where, as this process heard it. Held in memory: whoever is here says so again within seconds. */
export class PresenceBoard {
  readonly #cases = new Map<string, Map<string, Here>>();

  /** Returns whether others see anything new: somebody came, or began or stopped writing. */
  note(caseId: string, here: Here): boolean {
    const inCase = this.#cases.get(caseId) ?? new Map<string, Here>();
    this.#cases.set(caseId, inCase);
    const before = inCase.get(here.memberId);
    inCase.set(here.memberId, here);
    return before === undefined || before.typing !== here.typing;
  }

  /** Everybody in the case but `except`, by name. */
  present(caseId: string, now: Instant, except: string): Here[] {
    const oldest = plus(now, -presenceLasts);
    return [...(this.#cases.get(caseId)?.values() ?? [])]
      .filter((here) => here.memberId !== except && here.at > oldest)
      .sort((one, other) => one.name.localeCompare(other.name, 'it'));
  }

  /** Forgets who said nothing for too long. Returns the cases in which somebody was forgotten. */
  expire(now: Instant): string[] {
    const oldest = plus(now, -presenceLasts);
    const changed: string[] = [];
    for (const [caseId, inCase] of this.#cases) {
      const gone = [...inCase.values()].filter((here) => here.at <= oldest);
      for (const here of gone) inCase.delete(here.memberId);
      if (gone.length > 0) changed.push(caseId);
      if (inCase.size === 0) this.#cases.delete(caseId);
    }
    return changed;
  }
}
