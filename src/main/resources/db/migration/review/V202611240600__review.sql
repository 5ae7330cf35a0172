-- who reviews a state's commitment (domain.md 1.4 c); without a row any reviewer of another state may
create table reviewer_assignment (
    state varchar(3) not null,
    commitment varchar(20) not null,
    primary_reviewer uuid not null,
    second_reviewer uuid,
    assigned_by uuid not null,
    assigned_at timestamptz not null,
    -- false: by turns, without anybody's decision; it says who is told, any other reviewer may step in
    binding boolean not null default true,
    primary key (state, commitment)
);

create table review (
    id uuid primary key,
    version integer not null,
    kind varchar(20) not null check (kind in ('COMPLETENESS', 'MILESTONE', 'NOT_APPLICABLE', 'EXTENSION')),
    undertaking varchar(60) not null,
    state varchar(3) not null,
    commitment varchar(20) not null,
    stage varchar(40) not null,
    engine_task varchar(64) unique,
    -- a request for more time: no process waits for it
    extension uuid unique,
    extended_until date,
    status varchar(12) not null check (status in ('OPEN', 'DECIDED', 'LAPSED', 'WITHDRAWN')),
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    submissions varchar(2000) not null,
    -- why the stage should not apply, where that is asked
    reason varchar(8000) not null,
    due_date date not null,
    opened_by uuid,
    opened_at timestamptz,
    closed_at timestamptz,
    decided_by uuid,
    decision varchar(30),
    decision_text varchar(8000),
    check ((kind = 'EXTENSION') = (engine_task is null)),
    check ((kind = 'EXTENSION') = (extension is not null and extended_until is not null)),
    check ((status = 'DECIDED') = (decision is not null and decided_by is not null))
);
create index review_queue on review (status, due_date, id);
create index review_stage on review (undertaking, stage);

create table review_mark (
    review_id uuid not null references review,
    position integer not null,
    state varchar(3) not null,
    field varchar(200) not null,
    remark varchar(2000) not null,
    primary key (review_id, position)
);

create table review_tick (
    review_id uuid not null references review,
    criterion integer not null,
    state varchar(3) not null,
    ticked_by uuid not null,
    ticked_at timestamptz not null,
    primary key (review_id, criterion)
);

create table follow_up (
    id uuid primary key,
    review_id uuid not null unique references review,
    undertaking varchar(60) not null,
    state varchar(3) not null,
    stage varchar(40) not null,
    observation varchar(8000) not null,
    due_date date not null,
    closed_at timestamptz,
    closed_by uuid
);
create index follow_up_open on follow_up (undertaking) where closed_at is null;

-- readable by all who may read the state; written by reviewers, who own no state, and by the state's own submission
do $$
declare
    name text;
begin
    foreach name in array array['reviewer_assignment', 'review', 'review_mark', 'review_tick', 'follow_up'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I using (may_read(state)) with check (true)', name || '_of_state', name);
    end loop;
end
$$;

-- a decision and its marks are never taken back
revoke delete on review, review_mark, follow_up from ${app};
revoke update on review_mark from ${app};
