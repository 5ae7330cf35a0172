-- People, their roles and nominations, and the ways in. Read by every request; no table here holds the data of a state.
create table account (
  id uuid primary key,
  username text not null unique check (username = lower(username) and length(username) between 1 and 100),
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 254),
  password text,
  language text not null default 'EN',
  time_zone text not null default 'America/New_York',
  -- a coordinator who stands in for the principal one (domain.md 1.4): told when a stage is long overdue
  alternate boolean not null default false,
  active boolean not null default true,
  demo boolean not null default false,
  stamp int not null default 1,
  version int not null default 0,
  created timestamptz not null
);
comment on column account.stamp is 'Grows when password, roles or state change: older sessions end';

create table account_role (
  account uuid not null references account,
  role text not null,
  member_state text,
  primary key (account, role)
);
create index account_role_by_role on account_role (role, member_state);

create table nomination (
  id uuid primary key,
  account uuid not null references account,
  nominating_state text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  note_verbale text not null,
  recorded timestamptz not null
);
create index nomination_by_account on nomination (account, nominating_state);

create table web_session (
  id bytea primary key,
  account uuid references account,
  stamp int not null default 0,
  created timestamptz not null,
  last_access timestamptz not null,
  ended timestamptz,
  attributes jsonb not null
);
create index web_session_by_account on web_session (account) where ended is null;
create index web_session_by_last_access on web_session (last_access);

create table api_token (
  id uuid primary key,
  account uuid not null references account,
  label text not null check (length(label) between 1 and 100),
  hash bytea not null unique,
  created timestamptz not null,
  expires timestamptz not null
);
create index api_token_by_account on api_token (account);

create table sign_in_attempt (
  key text primary key,
  failures int not null,
  last timestamptz not null,
  next_allowed timestamptz not null
);

create table known_address (
  username text not null,
  address bytea not null,
  last timestamptz not null,
  primary key (username, address)
);

create table one_time_link (
  hash bytea primary key,
  account uuid unique references account,
  expires timestamptz not null
);
comment on column one_time_link.account is 'Empty for the link of the first administrator';
