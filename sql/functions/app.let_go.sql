-- Lets go of a live sign-up. Places that come free go to those who wait, and where the attendee waits for a session
-- at an overlapping time, they are in play there again (app.promote). It writes no letter to the one who leaves.
--
-- Locks: nothing; the caller holds the edition's lock and has read the sign-up under it.
create or replace function app.let_go(held app.sign_up, moment timestamptz) returns void
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    update app.sign_up u set status = 'cancelled', cancelled_at = moment where u.id = held.id;
    if held.status = 'waiting' then
        update app.session_tally t set waiting = t.waiting - 1 where t.session_id = held.session_id;
    else
        update app.session_tally t set confirmed = t.confirmed - held.places where t.session_id = held.session_id;
        perform app.promote(
            held.session_id || app.brought_back(held.attendee_id, held.session_id), moment);
    end if;
end
$$;
