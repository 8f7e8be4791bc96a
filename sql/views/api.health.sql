-- Whether the database can serve: it takes writes, and this is its latest migration.
drop view if exists api.health;
create view api.health as
select
    -- On in a standby, too.
    current_setting('transaction_read_only') = 'off' as takes_writes,
    (select max(c.name) from app.schema_change c where c.name like 'migrations/%') as migration,
    clock_timestamp() as now;
grant select on api.health to socialday_web, socialday_admin;
