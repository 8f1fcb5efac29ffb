-- A chat that a company puts on its own pages. Each place has an entrance of its own.
create table chat_entrances (
  id uuid primary key,
  name text not null,
  -- In the address of the script; it opens nothing but the front of the chat.
  public_key text not null unique,
  department_id uuid not null references departments,
  -- What a visitor reads first, and what they read while nobody is there; `{ "it": …, "en": … }`.
  greeting jsonb not null,
  away_words jsonb not null,
  -- The sites that may show it, as `https://www.casalumina.example`. The browser keeps it from every other.
  origins jsonb not null,
  is_on boolean not null default true,
  created_at timestamptz not null
);

-- One visitor's one conversation, which is one case. Whoever holds the token is in it; of the token is no more here than its hash.
create table chat_conversations (
  id uuid primary key,
  entrance_id uuid not null references chat_entrances,
  token_hash text not null unique,
  language text not null check (language in ('it', 'en')),
  case_id uuid references cases,
  -- By which identity the intake knows the writer: the address they gave before the first line, else a handle of this conversation.
  identity_kind text not null check (identity_kind in ('email', 'handle')),
  identity_value text not null,
  -- What the visitor says of themselves. Nobody has proven it.
  name text,
  email text,
  -- They typed the code that was mailed to that address.
  proven_at timestamptz,
  code_tries smallint not null default 0,
  -- From then on the case holds words of others too (an answer by e-mail, a merge): only a proven visitor is shown what follows.
  mixed_at timestamptz,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  typing_at timestamptz,
  expires_at timestamptz not null
);
create index chat_conversations_of_case on chat_conversations (case_id);

-- What the visitor wrote. `client_id` is the browser's own: the same line sent again after a lost answer is the same line.
create table chat_lines (
  message_id uuid primary key references messages,
  conversation_id uuid not null references chat_conversations,
  client_id text not null,
  unique (conversation_id, client_id)
);

-- A reply that stands in the chat. Read there, no mail is sent; not read in time, it goes by mail.
create table chat_deliveries (
  message_id uuid primary key references messages,
  conversation_id uuid not null references chat_conversations,
  shown_at timestamptz not null,
  read_at timestamptz,
  -- When it goes by mail unless it was read; null where it went at once, or where there is no address.
  mail_due_at timestamptz,
  mailed_at timestamptz
);
create index chat_deliveries_of on chat_deliveries (conversation_id);
create index chat_deliveries_unread on chat_deliveries (mail_due_at) where read_at is null and mailed_at is null and mail_due_at is not null;

-- A link to the customer's page that was shown in a chat, and mailed to nobody: it ends as soon as the case holds words of others.
alter table case_links add column given_in text not null default 'mail' check (given_in in ('mail', 'chat'));
