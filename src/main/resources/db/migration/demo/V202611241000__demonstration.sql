-- How far the demonstration has been lived; empty wherever profile "demo" is off.
create table demonstration (
    id    int primary key check (id = 1),
    acts  int not null
);
