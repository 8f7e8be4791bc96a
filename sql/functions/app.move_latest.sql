-- Takes the places of the latest sign-ups, by queue number, until the rest fits: groups whole, and with their numbers.
--
-- Locks: nothing; the caller holds the edition's lock. Returns the sign-ups moved to the waiting list, latest first.
create or replace function app.move_latest(session_id bigint, capacity integer) returns bigint[]
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    confirmed integer := (select t.confirmed from app.session_tally t where t.session_id = $1);
    freed integer := 0;
    latest record;
    moved bigint[] := '{}';
begin
    for latest in
        select u.id, u.places from app.sign_up u
        where u.session_id = $1 and u.status = 'confirmed' order by u.queue_number desc
    loop
        exit when confirmed - freed <= $2;
        freed := freed + latest.places;
        moved := moved || latest.id;
    end loop;
    update app.sign_up u set status = 'waiting' where u.id = any (moved);
    update app.session_tally t
    set confirmed = t.confirmed - freed, waiting = t.waiting + cardinality(moved)
    where t.session_id = $1 and moved <> '{}';
    return moved;
end
$$;
