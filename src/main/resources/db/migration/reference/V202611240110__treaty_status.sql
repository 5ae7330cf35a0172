-- Where states stand towards treaties (domain.md 2.3). A row is there only where somebody looked it up: without one it is UNKNOWN.
create table treaty_status (
    state        char(3) not null references member_state,
    instrument   text not null check (instrument in ('UNTOC', 'TIP', 'SOM', 'FIREARMS', 'UNCAC', 'IACAC', 'MESICIC', 'OECD_ABC', 'CIFTA',
                   'OAS_MLA', 'OAS_MLA_PROTOCOL')),
    status       text not null check (status in ('PARTY', 'SIGNATORY', 'NONE', 'UNKNOWN')),
    since        date,
    reservation  text not null,
    source_url   text not null,
    changed_by   text not null,
    changed_at   timestamptz not null,
    version      int not null,
    primary key (state, instrument)
);

create table treaty_status_change (
    id           uuid primary key,
    state        char(3) not null references member_state,
    instrument   text not null,
    old_status   text not null,
    status       text not null,
    since        date,
    reservation  text not null,
    source_url   text not null,
    changed_by   text not null,
    changed_at   timestamptz not null
);
create index treaty_status_change_of_state on treaty_status_change (state, changed_at);

-- what was looked up stays as it was
revoke update, delete, truncate on treaty_status_change from app;
revoke delete, truncate on treaty_status from app;
