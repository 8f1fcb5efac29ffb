import { z } from 'zod';
import { id, instant, language } from '#base/shapes.ts';

/** What somebody may do here. A member has at least one; a list, because a lead often serves as well and a head may decide. */
export const roles = z.enum(['agent', 'lead', 'head', 'decider', 'management', 'admin']);
export type Role = z.infer<typeof roles>;

export const serviceLevel = z.int().min(1).max(3);

/** `away` is the absence that runs now: until when, and who stands in. */
export const MemberView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  language,
  roles: z.array(roles),
  level: serviceLevel,
  departmentId: id,
  departmentName: z.string(),
  deputyId: id.nullable(),
  away: z.object({ until: instant, deputyId: id, deputyName: z.string() }).nullable(),
  leftAt: instant.nullable(),
});
export type MemberView = z.infer<typeof MemberView>;
