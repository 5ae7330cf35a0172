-- how a person wants to be told; without a row: every day, quiet from 20:00 to 07:00 in the person's own time zone
create table mail_preference (
    person uuid primary key,
    weekly boolean not null,
    quiet_from time not null,
    quiet_until time not null
);

-- WATCH: told of what happens to it, beside those who have to act. MUTE: no mail but of overdue work
create table undertaking_watch (
    person uuid not null,
    undertaking varchar(60) not null,
    mode varchar(5) not null check (mode in ('WATCH', 'MUTE')),
    primary key (person, undertaking)
);
create index undertaking_watched on undertaking_watch (undertaking);
alter table undertaking_watch enable row level security;
alter table undertaking_watch force row level security;
create policy undertaking_watch_of_state on undertaking_watch using (may_read(split_part(undertaking, ':', 2)));

-- the outbox: written with what causes a mail, sent later by whichever node claims it
create table outgoing_mail (
    id uuid primary key,
    -- digest/‹person›/‹local day›, notice/‹id›: made once, whatever happens
    key varchar(120) not null unique,
    person uuid not null,
    message varchar(20) not null,
    -- in the time zone of the person
    local_day date not null,
    language varchar(2) not null,
    address varchar(254),
    message_id varchar(120) not null unique,
    subject varchar(1000) not null,
    content jsonb not null,
    -- KEPT: no mail server was configured; FAILED: given up or refused, an administrator may send it again
    status varchar(8) not null check (status in ('WAITING', 'SENDING', 'SENT', 'KEPT', 'FAILED')),
    created_at timestamptz not null,
    next_attempt_at timestamptz not null,
    retry_until timestamptz not null,
    attempts integer not null default 0,
    -- a node died or lost its connection between sending and recording: sent once more under the same Message-ID
    in_doubt boolean not null default false,
    claim uuid,
    -- by the machine's clock: a claim is about the life of a node
    claimed_until timestamptz,
    sent_at timestamptz,
    error varchar(500)
);
create index outgoing_mail_due on outgoing_mail (next_attempt_at, id) where status in ('WAITING', 'SENDING');
create index outgoing_mail_of_person on outgoing_mail (person, created_at desc, id desc);
create index outgoing_mail_digests on outgoing_mail (person, local_day) where message = 'digest';
create index outgoing_mail_by_status on outgoing_mail (status, created_at desc);

-- every try, with its result
create table mail_attempt (
    mail_id uuid not null references outgoing_mail,
    number integer not null,
    at timestamptz not null,
    address varchar(254),
    result varchar(12) not null check (result in ('SENT', 'UNREACHABLE', 'LATER', 'REFUSED', 'IN_DOUBT', 'BROKEN')),
    detail varchar(500) not null,
    primary key (mail_id, number)
);

-- which undertakings a mail spoke of
create table mail_about (
    mail_id uuid not null references outgoing_mail,
    undertaking varchar(60) not null,
    state varchar(3) not null,
    primary key (mail_id, undertaking)
);
create index mail_about_undertaking on mail_about (undertaking);
alter table mail_about enable row level security;
alter table mail_about force row level security;
create policy mail_about_of_state on mail_about using (may_read(state)) with check (true);

-- the secret address of a person's calendar: 256 bits, kept as their SHA-256
create table calendar_address (
    person uuid primary key,
    hash bytea not null unique,
    created_at timestamptz not null
);

revoke delete on outgoing_mail, mail_attempt, mail_about from ${app};
revoke update on mail_attempt, mail_about from ${app};
