#!/bin/sh
# Run once by the PostgreSQL image on an empty database: the two roles of docs/security.md.
# "migrator" owns the schema and runs Flyway; "app" reads and writes rows and is bound by row-level security.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --dbname randot \
     -v app="$APP_PASSWORD" -v migrator="$MIGRATOR_PASSWORD" <<'SQL'
create role migrator login nosuperuser nocreatedb nocreaterole nobypassrls password :'migrator';
create role app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app';
revoke all on database randot from public;
grant connect on database randot to app;
alter database randot owner to migrator;
alter schema public owner to migrator;
SQL
