-- Versions of the commitment packages. The database copy is the truth once a package has been seeded (design.md 2).
create table package_version (
    id            uuid primary key,
    package_key   text        not null,
    version       integer     not null check (version > 0),
    -- commitment code, empty for the shared package
    code          text        not null,
    version_tag   text        not null,
    status        text        not null check (status in ('DRAFT', 'DEPLOYED')),
    sha256        text        not null,
    deployment_id text,
    created_at    timestamptz not null,
    deployed_at   timestamptz,
    unique (package_key, version),
    check ((status = 'DEPLOYED') = (deployment_id is not null and deployed_at is not null))
);
create index package_version_code on package_version (code, version) where status = 'DEPLOYED';

create table package_file (
    package_version uuid  not null references package_version (id) on delete cascade,
    name            text  not null,
    content         bytea not null,
    primary key (package_version, name)
);
