-- How a customer wants to hear from us, as they said on their own page.
alter table customers add column prefers text check (prefers in ('email', 'phone'));
-- The number to call, in E.164; asked for where they prefer the phone.
alter table customers add column prefers_number text;
alter table customers add constraint who_is_called_has_a_number check (prefers is distinct from 'phone' or prefers_number is not null);
