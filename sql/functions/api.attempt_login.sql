-- Counts an attempt to log in before it is looked at, so that many at once count as many. Each subject has five in a quarter
-- of an hour that did not turn out right (api.login_passed).
--
-- account: whose it would be, where there is such an account.
-- Returns null where it may be looked at, otherwise in how many seconds to come back; then it is not counted.
-- Locks: the subjects, in their order.
-- Writes: the record: login.throttled, once for all attempts that were refused because of the same ones.
drop function if exists api.attempt_login;
create function api.attempt_login(subjects bytea[], account uuid) returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    most constant integer := 5;
    span constant interval := '15 minutes';
    subject bytea;
    moment timestamptz;
    opens timestamptz;
begin
    foreach subject in array array(select distinct s from unnest(subjects) s order by s) loop
        perform pg_advisory_xact_lock(1936487014, hashtext(encode(subject, 'hex')));
    end loop;
    moment := clock_timestamp();
    opens := (
        select max(fifth.at + span)
        from unnest(subjects) s,
            lateral (
                select a.at from app.login_attempt a
                where a.subject = s and a.at > moment - span
                order by a.at desc offset most - 1 limit 1) fifth);
    if opens is not null then
        update app.login_attempt a set told = true
        where a.subject = any (subjects) and a.at > moment - span and not a.told;
        if found then
            perform app.write_record('service', 'login.throttled', 'account:' || $2);
        end if;
        return ceil(extract(epoch from opens - moment));
    end if;
    delete from app.login_attempt a where a.subject = any (subjects) and a.at <= moment - span;
    insert into app.login_attempt (subject, at) select s, moment from unnest(subjects) s;
    return null;
end
$$;
grant execute on function api.attempt_login to socialday_web;
