-- Gives a live sign-up more places or fewer. What comes free goes to those who wait; a group that waits and is smaller
-- now may fit itself (app.promote). Its queue number stays. Whether there is room, the caller has seen to.
--
-- Locks: nothing; the caller holds the edition's lock and has read the sign-up under it.
-- Writes: the letter 'changed', but for one who is promoted by this and hears of that.
create or replace function app.change_places(held app.sign_up, places integer, moment timestamptz) returns void
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    update app.sign_up u set places = $2 where u.id = held.id;
    update app.session_tally t set confirmed = t.confirmed + ($2 - held.places)
    where t.session_id = held.session_id and held.status = 'confirmed';
    if held.id <> all (app.promote(array[held.session_id], moment)) then
        insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
        values (held.attendee_id, held.id, held.session_id, moment, moment, 'changed', held.language);
    end if;
end
$$;
