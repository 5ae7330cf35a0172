-- What a US dollar cost in a currency, as administrators found it (domain.md 5.7). None is shipped: without a row nothing is converted.
create table exchange_rate (
    currency      char(3) not null check (currency <> 'USD'),
    year          int not null check (year between 1900 and 2100),
    units_per_usd numeric(24, 10) not null check (units_per_usd > 0),
    as_of         date not null,
    source        text not null,
    changed_by    text not null,
    changed_at    timestamptz not null,
    version       int not null,
    primary key (currency, year)
);
revoke delete, truncate on exchange_rate from app;
