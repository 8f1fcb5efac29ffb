-- What the agents' lists and counters read by. Each list walks an index to its fiftieth row and stops there.
create index cases_by_status on cases (status, last_activity_at desc, id desc) where status not in ('resolved', 'closed');
create index cases_oldest on cases (opened_at, id) where status not in ('resolved', 'closed');
-- Requests and promises stay on the case on which they were made; after a merge they are read on the one that lives on.
create index cases_merged_into on cases (merged_into_id) where merged_into_id is not null;
create index merges_into on merges (into_id) where undone_at is null;
create index splits_from on splits (case_id) where undone_at is null;

-- From, Reply-To, To and Cc of a mail as they stood: [{"name": …, "address": …}] each. The proposal of whom to answer is read from
-- it; parsing the mail again for every opening of a case would cost more than the whole of the opening.
alter table raw_mails add column correspondence jsonb;
