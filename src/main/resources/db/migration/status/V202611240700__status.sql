-- Status is projected, not queried from history (design.md 4). Each event keeps the facts of one undertaking as they stood then, so that
-- any past date is one look into an index; the cell is the newest of them.
create table status_event (
    id           uuid primary key,
    undertaking  text not null,
    state        char(3) not null,
    cycle        text not null,
    commitment   text not null,
    happened_at  timestamptz not null,
    acts         text not null,
    facts        jsonb not null
);
create index status_event_by_time on status_event (undertaking, happened_at desc, id desc);
revoke update, delete, truncate on status_event from ${app};

create table status_cell (
    undertaking  text primary key,
    state        char(3) not null,
    cycle        text not null,
    commitment   text not null,
    event        uuid not null,
    facts        jsonb not null
);
create index status_cell_by_cycle on status_cell (cycle);

alter table status_event enable row level security;
alter table status_event force row level security;
create policy status_event_read on status_event for select using (may_read(state));
create policy status_event_append on status_event for insert with check (may_read(state));

alter table status_cell enable row level security;
alter table status_cell force row level security;
create policy status_cell_scope on status_cell using (may_read(state)) with check (may_read(state));
