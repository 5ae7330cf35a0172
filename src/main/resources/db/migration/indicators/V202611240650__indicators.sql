-- Values of indicators (domain.md 5): computed when stages are approved, every version kept. No value has a reason instead; no data is not zero.
create table indicator_value (
  id uuid primary key,
  undertaking text not null,
  cycle text not null,
  state text not null,
  commitment text not null,
  indicator text not null,
  measure text not null,
  -- the disaggregation and its group; both empty for the value itself
  breakdown text not null default '',
  part text not null default '',
  -- a year; 0 where there is one value for the cycle
  period integer not null,
  version integer not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  reason text,
  currency text,
  qualifier text not null,
  source_kind text not null,
  source_text text not null,
  coverage text not null,
  coverage_note text not null,
  package_version integer not null,
  computed_at timestamptz not null,
  superseded_at timestamptz,
  check ((value is null) <> (reason is null)),
  unique (undertaking, indicator, measure, breakdown, part, period, version)
);
create unique index indicator_value_current on indicator_value (undertaking, indicator, measure, breakdown, part, period) where superseded_at is null;
create index indicator_value_of_indicator on indicator_value (indicator, period) where superseded_at is null;
create index indicator_value_of_state on indicator_value (state, commitment) where superseded_at is null;
alter table indicator_value enable row level security;
alter table indicator_value force row level security;
create policy readers on indicator_value using (may_read(state)) with check (may_read(state));
revoke delete, truncate on indicator_value from ${app};

-- Inhabitants by state and year, UN World Population Prospects, rounded: denominators of rates.
create table population (
  state text not null,
  year integer not null,
  persons numeric not null,
  source text not null,
  primary key (state, year)
);

-- Figures that are public, each with its source; never a submission (domain.md 8).
create table public_figure (
  id text not null,
  part integer not null,
  state text not null,
  area text not null,
  -- empty where the source does not say of when
  starts date,
  ends date,
  field text not null,
  indicator text not null,
  value numeric,
  no_data text not null,
  unit text not null,
  currency text not null,
  qualifier text not null,
  coverage text not null,
  context boolean not null,
  source_kind text not null,
  source text not null,
  address text not null,
  caveat text not null,
  primary key (id, part)
);
create index public_figure_of_field on public_figure (field, state);
