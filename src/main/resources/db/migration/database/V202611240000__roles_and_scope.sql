-- The application's role reads and writes rows; it owns nothing and changes no table (security.md 3).
grant usage on schema public to ${app};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};
alter default privileges in schema public grant execute on functions to ${app};

-- Row-level scope of the current transaction, set by the application at its start; unset means no rows.
create function may_read(state text) returns boolean language sql stable parallel safe as
$$ select current_setting('app.read', true) = '*' or state = any (string_to_array(current_setting('app.read', true), ',')) $$;

create function may_own(state text) returns boolean language sql stable parallel safe as
$$ select current_setting('app.own', true) = '*' or state = any (string_to_array(current_setting('app.own', true), ',')) $$;
