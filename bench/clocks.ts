import { recurring, withSomethingToDo } from '../src/app/recurring.ts';
import type { Filled } from './filled.ts';
import { interleave, type Compared } from './measure.ts';

/** What is due by any clock of the laws, in one statement: the least that the database must do. */
const due = `
  select id from pending_replies where send_at <= $1 and sent_at is null and taken_back_at is null and stopped_at is null
  union all select id from cases where owner_id is null and claim_due_at <= $1 and status not in ('resolved', 'closed')
  union all select id from cases where next_update_due_at <= $1 and status not in ('resolved', 'closed')
  union all select id from promises where due_at <= $1 and kept_at is null and broken_at is null and released_at is null
  union all select id from promises where warn_at <= $1 and warned_at is null and kept_at is null and broken_at is null and released_at is null
  union all select id from requests where next_climb_at <= $1 and questioned_at is null
  union all select case_id from case_heat where look_again_at <= $1
  union all select p.id from planned_requests p join requests r on r.id = p.after_request_id where p.request_id is null and p.cancelled_at is null and p.refused is null and r.answered_at <= $1
  union all select id from request_returns where leaves_at <= $1 and left_at is null and undone_at is null
  union all select c.id from self_updates s join cases c on c.id = s.case_id where s.off_at is null and c.merged_into_id is null and c.owner_id is not null and c.next_update_due_at <= $1
    and c.status in ('open', 'waiting_department', 'waiting_third_party')
  union all select id from incidents where next_update_due_at <= $1 and state <> 'resolved' and called_at is null
  union all select id from incident_updates where send_at <= $1 and begun_at is null and taken_back_at is null
  union all select update_id from incident_tellings where send_at <= $1 and outcome is null
  union all select id from heard_deliveries where next_attempt_at <= $1
  union all select id from heard_imports where turn_at <= $1
  union all select id from complaints where remind_at <= $1 and reminded_at is null and answered_at is null and annulled_at is null
  union all select id from complaints where call_at <= $1 and called_at is null and answered_at is null and annulled_at is null
  union all select id from complaints where due_at <= $1 and late_at is null and answered_at is null and annulled_at is null
  union all select id from themes where next_climb_at <= $1
  union all select id from insights where next_place_climb_at <= $1 and withdrawn_at is null
  union all select id from loop_letters where send_at <= $1 and outcome is null
  union all select id from survey_invitations where due_at <= $1 and settled_at is null
  union all select id from survey_responses where settles_at <= $1 and settled_at is null
  union all select id from opportunities where leaves_at <= $1 and left_at is null and taken_back_at is null
  union all select id from opportunities where next_climb_at <= $1
  union all select d.id from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id where d.next_attempt_at <= $1 and e.off_at is null and e.removed_at is null
  limit 100`;

/** One turn of all clocks beside one bare question for what is due. What was due at the start is dealt with before. */
export const sweep = async ({ services }: Filled, seconds: number): Promise<Compared> => {
  const clocks = recurring.filter((task) => task.due !== undefined);
  const turn = async (): Promise<void> => {
    for (const task of await withSomethingToDo(services, clocks)) await task.run(services);
  };
  for (let turns = 0; turns < 100; turns += 1) await turn();
  return interleave({ perRound: (seconds * 1_000) / 6, ours: turn, bare: () => services.pool.query({ name: 'bench_due', text: due, values: [services.clock.now()] }) });
};
