-- The audit record: append-only, gapless, each entry bound to the one before by its hash (security.md 9).
create table audit_entry (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  actor uuid not null,
  username text not null,
  roles text not null,
  home text not null,
  act text not null,
  subject text not null,
  concerns text not null,
  reason text not null,
  payload text not null,
  previous bytea not null,
  hash bytea not null
);
comment on column audit_entry.payload is 'Canonical JSON (RFC 8785), as it was hashed';
create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_actor on audit_entry (username, number);
create index audit_entry_by_subject on audit_entry (subject text_pattern_ops, number);

-- Number and hash of the last entry; its row is the lock under which the chain grows.
create table audit_head (
  single boolean primary key default true check (single),
  number bigint not null,
  hash bytea not null
);
insert into audit_head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

revoke update, delete, truncate on audit_entry from ${app};
revoke insert, delete, truncate on audit_head from ${app};

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'The audit record only grows'; end $$;
create trigger audit_entry_only_grows before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_is_not_emptied before truncate on audit_entry execute function refuse_change();

create function refuse_shrinking() returns trigger language plpgsql as
$$ begin
  if new.number <= old.number then raise exception 'The audit record only grows'; end if;
  return new;
end $$;
create trigger audit_head_only_grows before update on audit_head for each row execute function refuse_shrinking();
create trigger audit_head_stays before delete on audit_head for each row execute function refuse_change();
create trigger audit_head_is_not_emptied before truncate on audit_head execute function refuse_change();
