-- How far the product's clock stands from the machines' clocks. Only the profile demo ever writes it; all nodes read it.
create table shared_clock (
    only_one boolean primary key default true check (only_one),
    offset_millis bigint not null
);
insert into shared_clock (offset_millis) values (0);
