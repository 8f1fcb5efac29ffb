-- An invitation goes out by mail and can be handed over as well: each road has a link of its own, and of none is more here than its hash.
create table invitation_links (
  token_hash text primary key,
  invitation_id uuid not null references invitations on delete cascade,
  created_at timestamptz not null
);
create index invitation_links_of on invitation_links (invitation_id);
insert into invitation_links (token_hash, invitation_id, created_at) select token_hash, id, created_at from invitations;
alter table invitations drop column token_hash;
alter table invitations add column mailed_at timestamptz;
-- Its mail came back or was refused: the link has to be handed over.
alter table invitations add column mail_failed_at timestamptz;

-- Who forgot their password chooses another one behind a link that they get by mail.
create table password_recoveries (
  token_hash text primary key,
  member_id uuid not null references members,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_recoveries_of on password_recoveries (member_id);

-- From whom and about what, as it reads in a list: also for a mail that could not be filed, and therefore has no message.
alter table raw_mails add column sender text;
alter table raw_mails add column subject text;
