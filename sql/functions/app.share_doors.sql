-- Shares the doors of the sessions' editions with others who count there; whoever changes what a sign-up holds has them alone
-- (app.hold_doors).
--
-- Locks: advisory, shared, (1936487016, edition), in the order of the editions' ids; before any door_tally.
create or replace function app.share_doors(session_ids bigint[]) returns void
language plpgsql volatile as $$
declare
    edition_id bigint;
begin
    foreach edition_id in array array(
        select distinct s.edition_id from app.session s where s.id = any (session_ids) order by s.edition_id)
    loop
        perform pg_advisory_xact_lock_shared(1936487016, edition_id::integer);
    end loop;
end
$$;
