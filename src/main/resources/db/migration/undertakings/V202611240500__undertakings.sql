-- One state and one commitment (domain.md 3): undertakings, their stages and tasks, drafts, submissions, evidence, launches.
-- Names of policies say who they are for. Rows that a review changes are written by those who may read them (reviewers own nothing).

create table undertaking (
  id uuid primary key,
  key text not null unique,
  cycle text not null,
  state text not null,
  commitment text not null,
  year integer,
  package_version integer not null,
  launched_at timestamptz not null,
  ended boolean not null default false,
  suspended_on date,
  -- the state or its reporting year left the exercise: it stopped where it stood
  cancelled_at timestamptz,
  -- it does not apply: the state is not party to this treaty, since when
  not_party_to text,
  set_aside_on date,
  -- the state declared that it takes part although it is not party
  takes_part boolean not null default false,
  version integer not null default 0
);
create index undertaking_of_state on undertaking (cycle, state, commitment);

create table stage (
  id uuid primary key,
  undertaking_id uuid not null references undertaking,
  undertaking text not null,
  cycle text not null,
  state text not null,
  commitment text not null,
  stage_key text not null,
  position integer not null,
  status text not null,
  open_as text not null default 'OPEN',
  due_date date,
  due_granted boolean not null default false,
  opened_on date,
  settled_at timestamptz,
  decision text,
  decision_text text,
  returns integer not null default 0,
  round integer not null default 0,
  ever_submitted boolean not null default false,
  submitted_on date,
  less_than_half boolean not null default false,
  opened_by_reviewer boolean not null default false,
  not_applicable_reason text,
  -- days that the undertaking was suspended while the stage was open
  paused_days integer not null default 0,
  -- done again, or a late year: runs in a process of its own
  beside boolean not null default false,
  -- its reporting year left the cycle: data that does not count
  dropped boolean not null default false,
  version integer not null default 0,
  unique (undertaking_id, stage_key)
);

create table task (
  id uuid primary key,
  stage_id uuid not null references stage,
  undertaking_id uuid not null references undertaking,
  undertaking text not null,
  state text not null,
  commitment text not null,
  stage_key text not null,
  task_key text not null,
  task_code text not null,
  -- how it stood when the undertaking was cancelled
  shelved_status text,
  shelved_engine_task text,
  element text not null,
  form_id text not null,
  engine_task text,
  status text not null,
  due_date date,
  assignee uuid,
  assignee_name text,
  less_than_half boolean not null default true,
  -- how many versions were submitted, which of them stands (0 = none), and which stood before it
  submissions integer not null default 0,
  standing integer not null default 0,
  standing_before integer not null default 0,
  search_text text not null default '',
  search tsvector generated always as (to_tsvector('simple', search_text)) stored,
  version integer not null default 0,
  unique (undertaking_id, task_key)
);
create index task_of_stage on task (stage_id);
create index task_with_coordinator on task (state, due_date, id) where status in ('OPEN', 'RETURNED');
create index task_waiting on task (state, due_date, id) where status = 'SUBMITTED';
create index task_search on task using gin (search);

create table draft (
  task_id uuid primary key references task,
  state text not null,
  answers jsonb not null,
  version integer not null,
  saved_by uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  -- the opened page that saved it: only that one may save over its own version
  saved_page uuid
);

create table submission (
  id uuid primary key,
  task_id uuid not null references task,
  undertaking_id uuid not null references undertaking,
  state text not null,
  stage_key text not null,
  task_key text not null,
  form_id text not null,
  version integer not null,
  answers jsonb not null,
  comment text not null,
  acknowledged text not null,
  submitted_by uuid not null,
  submitted_by_name text not null,
  submitted_at timestamptz not null,
  unique (task_id, version)
);
create index submission_of_undertaking on submission (undertaking_id);

create table evidence_content (
  state text not null,
  sha256 text not null,
  size bigint not null,
  submitted boolean not null default false,
  primary key (state, sha256)
);

create table evidence_chunk (
  state text not null,
  sha256 text not null,
  number integer not null,
  bytes bytea not null,
  primary key (state, sha256, number),
  foreign key (state, sha256) references evidence_content on delete cascade
);
-- files are compressed already
alter table evidence_chunk alter column bytes set storage external;

create table evidence (
  id uuid primary key,
  state text not null,
  sha256 text not null,
  size bigint not null,
  title jsonb not null,
  kind text not null,
  issuing_agency text not null,
  document_date date,
  language text not null,
  classification text not null,
  visibility text not null default 'REVIEW',
  file_name text not null,
  media_type text not null,
  submitted boolean not null default false,
  added_by uuid not null,
  added_at timestamptz not null,
  foreign key (state, sha256) references evidence_content,
  constraint public_only_where_classified_so check (visibility = 'REVIEW' or visibility = 'PUBLIC' and classification = 'PUBLIC')
);
create index evidence_of_content on evidence (state, sha256);
create index evidence_by_person on evidence (added_by, added_at);

create function evidence_stays() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'visibility' <> to_jsonb(old) - 'visibility' then
    raise exception 'document % was handed in', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger evidence_stays before update on evidence for each row when (old.submitted) execute function evidence_stays();

create table evidence_link (
  task_id uuid not null references task,
  evidence_id uuid not null references evidence,
  state text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (task_id, evidence_id)
);
create index evidence_link_of_evidence on evidence_link (evidence_id);

create table submission_evidence (
  submission_id uuid not null references submission,
  evidence_id uuid not null references evidence,
  state text not null,
  primary key (submission_id, evidence_id)
);
create index submission_evidence_of_evidence on submission_evidence (evidence_id);

-- parts of a task in the hands of others; "person" of a link is an id that no account has
create table delegation (
  id uuid primary key,
  task_id uuid not null references task,
  state text not null,
  person uuid not null,
  person_name text not null,
  link boolean not null,
  given_by text not null,
  given_at timestamptz not null,
  sections text not null,
  status text not null,
  answers jsonb not null,
  version integer not null,
  note text not null,
  changed_at timestamptz not null,
  saved_page uuid,
  expires_at timestamptz
);
create unique index delegation_of_person on delegation (task_id, person) where status in ('OPEN', 'DONE');
create index delegation_by_person on delegation (person) where status in ('OPEN', 'DONE');

-- found by its hash before anybody's state is known: that one look-up is made as the system
create table delegation_link (
  hash bytea primary key,
  delegation_id uuid not null references delegation,
  state text not null,
  expires timestamptz not null
);

create table mark (
  id uuid primary key,
  task_id uuid not null references task,
  state text not null,
  round integer not null,
  field text not null,
  words text not null,
  made_at timestamptz not null
);
create index mark_of_task on mark (task_id, round);

create table task_comment (
  id uuid primary key,
  task_id uuid not null references task,
  state text not null,
  words text not null,
  author uuid not null,
  author_name text not null,
  written_at timestamptz not null
);
create index task_comment_of_task on task_comment (task_id, written_at);

create table stage_event (
  id uuid primary key,
  undertaking_id uuid not null references undertaking,
  state text not null,
  stage_key text not null,
  act text not null,
  detail text not null,
  actor uuid not null,
  actor_name text not null,
  happened_at timestamptz not null
);
create index stage_event_of_undertaking on stage_event (undertaking_id, id);

create table extension (
  id uuid primary key,
  stage_id uuid not null references stage,
  undertaking text not null,
  state text not null,
  stage_key text not null,
  until date not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decision text check (decision in ('GRANT', 'REFUSE', 'LAPSED')),
  decided_at timestamptz
);
create index extension_of_stage on extension (stage_id);

-- a value that was known already and that a coordinator took into a draft: which, from where, who and when
create table offer_taken (
  id uuid primary key,
  task_id uuid not null references task,
  state text not null,
  field text not null,
  offer text not null,
  origin text not null,
  source text not null,
  value jsonb not null,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamptz not null
);
create index offer_taken_of_task on offer_taken (task_id, field, taken_at);

-- what stood in the draft before it, to be put back; nobody's but the coordinators'
create table offer_replaced (
  task_id uuid not null references task,
  field text not null,
  state text not null,
  value jsonb not null,
  replaced_at timestamptz not null,
  primary key (task_id, field)
);

create table launch_run (
  id uuid primary key,
  cycle text not null,
  requested_by text not null,
  requested_at timestamptz not null
);

create table launch_item (
  run_id uuid not null references launch_run,
  undertaking text not null,
  state text not null,
  status text not null,
  problem text not null default '',
  attempts integer not null default 0,
  primary key (run_id, undertaking)
);
create index launch_item_waiting on launch_item (run_id, undertaking) where status = 'WAITING';

do $$
declare
  t text;
begin
  foreach t in array array['undertaking', 'stage', 'task', 'draft', 'submission', 'evidence_content', 'evidence_chunk', 'evidence',
      'evidence_link', 'submission_evidence', 'delegation', 'mark', 'task_comment', 'stage_event', 'launch_item', 'extension', 'offer_taken',
      'offer_replaced', 'delegation_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['undertaking', 'stage', 'task', 'mark', 'task_comment', 'stage_event', 'launch_item', 'extension'] loop
    execute format('create policy readers on %I using (may_read(state)) with check (may_read(state))', t);
  end loop;
  foreach t in array array['draft', 'evidence_link', 'delegation', 'offer_replaced', 'delegation_link'] loop
    execute format('create policy owners on %I using (may_own(state)) with check (may_own(state))', t);
  end loop;
  foreach t in array array['submission', 'submission_evidence', 'offer_taken'] loop
    execute format('create policy readers on %I using (may_read(state)) with check (may_own(state))', t);
  end loop;
  foreach t in array array['evidence', 'evidence_content'] loop
    execute format('create policy owners_until_submitted on %I using (may_own(state) or submitted and may_read(state)) with check (may_own(state))', t);
  end loop;
end $$;

create policy owners_until_submitted on evidence_chunk
  using (may_own(state) or may_read(state) and exists (
    select 1 from evidence_content c where c.state = evidence_chunk.state and c.sha256 = evidence_chunk.sha256 and c.submitted))
  with check (may_own(state));

-- what was handed in stays as it was
revoke update, delete, truncate on submission, submission_evidence, stage_event, offer_taken from app;
revoke update, truncate on evidence_chunk from app;
