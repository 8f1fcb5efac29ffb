/** What the bench must find, and what it found. */
export interface Limit {
  readonly what: string;
  readonly limit: number;
  readonly is: number;
  readonly met: boolean;
}

export const atMost = (what: string, limit: number, is: number): Limit => ({ what, limit: Math.round(limit * 100) / 100, is: Math.round(is * 100) / 100, met: is <= limit });
export const atLeast = (what: string, limit: number, is: number): Limit => ({ what, limit, is: Math.round(is * 100) / 100, met: is >= limit });
