-- What the agents' lists and counters read by. Each list walks an index to its fiftieth row and stops there.
create index cases_by_status on cases (status, last_activity_at desc, id desc) where status not in ('resolved', 'closed');
create index cases_oldest on cases (opened_at, id) where status not in ('resolved', 'closed');
create index requests_open on requests (due_at, case_id) where answered_at is null and refused_at is null and withdrawn_at is null;
create index merges_into on merges (into_id) where undone_at is null;
create index splits_from on splits (case_id) where undone_at is null;

-- From, Reply-To, To and Cc of a mail as they stood: [{"name": …, "address": …}] each. The proposal of whom to answer is read from
-- it; parsing the mail again for every opening of a case would cost more than the whole of the opening.
alter table raw_mails add column correspondence jsonb;
