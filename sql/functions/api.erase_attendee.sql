-- Forgets a person: lets go of all live sign-ups under the attendee's address, in every edition, so that their places
-- go to those who wait (app.let_go); then deletes sign-ups, request keys, letters and attendees (app.forget_attendees), whose
-- notes go with them. Nothing is written to them; that somebody was erased stands in the purge record, but not who. Queue
-- numbers that are gone are not given again.
--
-- Locks: the editions of those attendees.
-- Outcomes: erased; not_found.
drop function if exists api.erase_attendee;
create function api.erase_attendee(attendee_id bigint) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    locked constant bigint[] := array(
        select a.edition_id from app.attendee a where a.id = any (app.under_same_address($1)));
    ids bigint[];
    edition bigint;
    held app.sign_up;
    moment timestamptz;
begin
    perform app.lock_edition(locked);
    moment := clock_timestamp();
    ids := array(
        select a.id from app.attendee a
        where a.id = any (app.under_same_address($1)) and a.edition_id = any (locked));
    if ids = '{}' then
        return 'not_found';
    end if;
    -- Those who wait first: letting go of places would bring them back into play only to leave again.
    for held in
        select u.* from app.sign_up u
        where u.attendee_id = any (ids) and u.status <> 'cancelled'
        order by u.status = 'confirmed', u.id
    loop
        perform app.let_go(held, moment);
    end loop;
    foreach edition in array locked loop
        perform app.forget_attendees(
            edition, array(select a.id from app.attendee a where a.id = any (ids) and a.edition_id = edition), 'request');
    end loop;
    return 'erased';
end
$$;
grant execute on function api.erase_attendee to socialday_web;
