import { sql } from 'kysely';
import { second, type Clock, type Instant } from '#base/clock.ts';
import type { Caller } from '#base/http/caller.ts';
import { serveInto, type Authenticate } from '#base/http/serve.ts';
import { openHttp } from '#base/http/server.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Wiring } from '#base/work.ts';
import { dispatchDueReplies } from '#cases/index.ts';
import { fileMail, sendMail } from '#channels/email/index.ts';
import type { CasaLumina, PersonKey, Scene, Stage } from '#demo/index.ts';
import { heatChanged, refreshHeat } from '#heat/index.ts';
import { tellIncidents } from '#incidents/index.ts';
import { memberById } from '#people/index.ts';
import { domainRoutes, refusalWords } from '../domain-routes.ts';
import { intake } from '../intake.ts';
import { recurring } from '../recurring.ts';
import { callerOf } from './caller.ts';

/** A clock that stands where the story is. */
export interface StoryClock extends Clock {
  goTo(instant: Instant): void;
}

export const storyClock = (start: Instant): StoryClock => {
  let now = start;
  return {
    now: () => new Date(now),
    goTo: (instant) => {
      if (instant < now) throw new RangeError(`The story goes back from ${now.toISOString()} to ${instant.toISOString()}.`);
      now = instant;
    },
  };
};

const memberHeader = 'x-member-of-the-demo';

/** In an app that listens nowhere, whoever calls is whoever the story says: no key has to be made and none can be left behind. */
const authenticateAs = (services: Services): Authenticate => {
  const known = new Map<string, Caller>();
  return async (request) => {
    const memberId = request.headers[memberHeader];
    if (typeof memberId !== 'string') return null;
    const member = known.has(memberId) ? null : await memberById(services.db, memberId);
    if (member !== null) {
      const { id, name, roles, departmentId, language } = member;
      known.set(id, { memberId: id, actor: { kind: 'member', id, name }, roles, departmentId, language, through: 'token', mayWrite: true, throughId: id });
    }
    return known.get(memberId) ?? null;
  };
};

/** The heat is read where the story needs it; a job for every word would only be done again after the last. */
const withoutHeatJobs = (wiring: Wiring): Wiring => new Map([...wiring].map(([kind, handlers]) => [kind, handlers.filter((handler) => handler !== heatChanged)]));

interface Due {
  readonly due: Instant;
  /** The name of the recurring task that would find it. */
  readonly task: string;
}

/** What falls due first after `now` and until `until`: the tasks that would find something then. */
const nextDue = async ({ db }: Services, now: Instant, until: Instant): Promise<Due[]> => {
  const open = sql.raw("status not in ('resolved', 'closed')");
  const openPromise = sql.raw('kept_at is null and broken_at is null and released_at is null');
  const { rows } = await sql<Due>`
    select distinct due, task from (
      select claim_due_at as due, 'watch claims' as task from cases where claim_late_at is null and ${open}
      union all select next_update_due_at - interval '1 hour', 'watch next updates' from cases where next_update_warned_at is null and ${open}
      union all select next_update_due_at, 'watch next updates' from cases where next_update_missed_at is null and ${open}
      union all select resolved_at + interval '7 days', 'close resolved cases' from cases where status = 'resolved'
      union all select next_climb_at, 'climb' from requests where questioned_at is null
      union all select leaves_at, 'hand opportunities over' from opportunities where left_at is null and taken_back_at is null
      union all select next_climb_at, 'climb with opportunities' from opportunities
      union all select warn_at, 'warn of promises' from promises where warned_at is null and ${openPromise}
      union all select due_at, 'break promises' from promises where ${openPromise}
      union all select due_at, 'ask customers' from survey_invitations where settled_at is null
    ) as clocks where due > ${now} and due <= ${until} order by due limit ${recurring.length}`.execute(db);
  return rows.filter(({ due }) => due.getTime() === rows[0]?.due.getTime());
};

const sweep = async (services: Services, names: ReadonlySet<string>): Promise<void> => {
  for (const task of recurring.filter(({ name }) => names.has(name))) await task.run(services);
};

// A customer boils over by what they say; what else moves the degrees is read once, at the end.
const spoken = ['case.opened', 'case.contact_received'] as const;

/** Reads the heat of every case to which something happened after the event `since`; returns the last event. */
const refreshSince = async (services: Services, since: number): Promise<number> => {
  const happened = await services.db.selectFrom('events').where('id', '>', since).where('case_id', 'is not', null).where('kind', 'in', [...spoken]).select(['id', 'case_id']).execute();
  const caseIds = new Set(happened.flatMap(({ case_id: caseId }) => (caseId === null ? [] : [caseId])));
  for (const caseId of caseIds) await inWork(services, system, (work) => refreshHeat(work, caseId));
  return happened.reduce((last, { id }) => Math.max(last, id), since);
};

const refreshAll = async (services: Services): Promise<void> => {
  const open = await services.db.selectFrom('cases').where('status', 'not in', ['resolved', 'closed']).select('id').execute();
  for (const { id } of open) await inWork(services, system, (work) => refreshHeat(work, id));
};

interface Playing {
  readonly clock: StoryClock;
  readonly company: CasaLumina;
  readonly until: Instant;
}

/** Plays the scenes in the order of their instants; between them everything falls due that would have. Ends at `until`. */
export const playScenes = async (given: Services, scenes: readonly Scene[], { clock, company, until }: Playing): Promise<void> => {
  const services: Services = { ...given, clock, wiring: withoutHeatJobs(given.wiring) };
  const http = await openHttp(services);
  const served = serveInto({ http, services, authenticate: authenticateAs(services), refusalWords });
  for (const serve of domainRoutes) serve(served);
  const stage: Stage = {
    services,
    company,
    intake,
    as: (person: PersonKey) => callerOf(http, { [memberHeader]: company.people[person].id }),
    visitor: callerOf(http, {}),
    file: () => fileMail(services, intake),
    send: async () => {
      await dispatchDueReplies(services);
      await tellIncidents(services);
      await sendMail(services);
    },
  };
  let last = 0;
  const goTo = async (instant: Instant): Promise<void> => {
    for (let next = await nextDue(services, clock.now(), instant); next[0] !== undefined; next = await nextDue(services, clock.now(), instant)) {
      clock.goTo(next[0].due);
      await sweep(services, new Set(next.map(({ task }) => task)));
    }
    clock.goTo(instant);
  };
  try {
    for (const scene of scenes.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      await goTo(scene.at > clock.now() ? scene.at : clock.now());
      await scene.play(stage);
      last = await refreshSince(services, last);
      // Two things that happen at the same instant would have no order in anybody's history.
      if (clock.now() < until) clock.goTo(new Date(Math.min(clock.now().getTime() + second / 100, until.getTime())));
    }
    await goTo(until);
    await sendMail(services);
    await refreshAll(services);
  } finally {
    await http.close();
  }
};
