-- An attempt to log in was right: the account's are forgotten, and of the network's this one.
--
-- Locks: nothing but the rows.
drop function if exists api.login_passed;
create function api.login_passed(account bytea, network bytea) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    delete from app.login_attempt a
    where a.subject = $1
        or a.ctid = (select b.ctid from app.login_attempt b where b.subject = $2 order by b.at desc limit 1)
$$;
grant execute on function api.login_passed to socialday_web;
