-- Forms that were sent after a session had ended: encrypted with a key that only the sender's page knows, for a quarter of an hour.
create table kept_post (
  id bytea primary key,
  person uuid not null,
  content bytea not null,
  expires timestamptz not null
);
create index kept_post_by_person on kept_post (person);
