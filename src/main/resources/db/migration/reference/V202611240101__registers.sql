-- What a state keeps of its own so that it is typed once: its agencies and its laws (domain.md 3.6). Nobody else sees a register: what
-- stands in a submission is a copy kept there. An entry is retired, never deleted.
create table agency (
    id           uuid primary key,
    state        text not null,
    description  jsonb not null,
    retired      boolean not null default false,
    version      int not null default 0
);
create index agency_of_state on agency (state);

create table law (
    id           uuid primary key,
    state        text not null,
    description  jsonb not null,
    retired      boolean not null default false,
    version      int not null default 0
);
create index law_of_state on law (state);

do $$
declare
  t text;
begin
  foreach t in array array['agency', 'law'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owners on %I using (may_own(state)) with check (may_own(state))', t);
  end loop;
end $$;
revoke delete, truncate on agency, law from ${app};
