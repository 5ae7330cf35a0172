-- Answers already given to writes that name an Idempotency-Key, kept with what they wrote (security.md 8).
create table idempotent_answer (
    actor uuid not null,
    key text not null,
    request_hash text not null,
    status integer not null,
    content_type text,
    location text,
    body bytea not null,
    answered_at timestamptz not null,
    primary key (actor, key)
);
create index idempotent_answer_answered_at on idempotent_answer (answered_at);
