-- one ladder of reminders or of escalation for one stage, or for its review
create table reminder_ladder (
    id uuid primary key,
    undertaking varchar(60) not null,
    state varchar(3) not null,
    stage varchar(40) not null,
    subject varchar(10) not null check (subject in ('STAGE', 'REVIEW')),
    kind varchar(12) not null check (kind in ('REMINDER', 'ESCALATION')),
    profile varchar(20) not null,
    -- steps before this day are skipped: the stage was not open then
    opened_on date not null,
    due_date date not null,
    -- grows each time the due date moves: a step is told once per due date
    due_version integer not null,
    open boolean not null,
    unique (undertaking, stage, subject, kind)
);

create table reminder_step (
    id uuid primary key,
    ladder_id uuid not null references reminder_ladder,
    state varchar(3) not null,
    due_version integer not null,
    day_offset integer not null,
    repeat_days integer not null,
    audience varchar(20) not null,
    due_day date not null,
    taken_at timestamptz,
    -- the state handed in within a week after this reminder
    answered_at timestamptz,
    unique (ladder_id, due_version, day_offset, audience)
);
create index reminder_step_due on reminder_step (due_day, id) where taken_at is null;

create table notice (
    id uuid primary key,
    person uuid not null,
    state varchar(3) not null,
    -- what it comes from: a person is told the same thing once, whatever happens
    origin varchar(250) not null,
    kind varchar(20) not null,
    undertaking varchar(60) not null,
    stage varchar(40) not null,
    review_id uuid,
    due_date date,
    created_at timestamptz not null,
    read_at timestamptz,
    -- of a series of reminders only the first stands in the inbox
    in_app boolean not null,
    -- NONE: not by mail; DIGEST and ONCE: waits for the digest or for a mail of its own; MAILED: in mail_id; DROPPED: settled before it was time
    mail varchar(8) not null check (mail in ('NONE', 'DIGEST', 'ONCE', 'MAILED', 'DROPPED')),
    mail_id uuid,
    unique (person, origin)
);
create index notice_series on notice (person, undertaking, stage, kind);
create index notice_for_digest on notice (person, created_at) where mail = 'DIGEST';
create index notice_waiting on notice (undertaking, stage) where mail = 'DIGEST';
create index notice_at_once on notice (created_at, id) where mail = 'ONCE';
create index notice_of_person on notice (person, created_at desc, id desc) where in_app;
create index notice_unread on notice (person) where read_at is null and in_app;

do $$
declare
    name text;
begin
    foreach name in array array['reminder_ladder', 'reminder_step', 'notice'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I using (may_read(state)) with check (true)', name || '_of_state', name);
    end loop;
end
$$;

revoke delete on notice from ${app};
