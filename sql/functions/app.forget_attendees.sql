-- Deletes attendees of an edition with their letters, the notes about them and whatever sign-ups they have left.
--
-- Locks: nothing; the caller holds the edition's lock. The attendees' rows go before their sign-ups': a letter that is
-- being asked for holds on to its attendee until it is written.
create or replace function app.forget_attendees(edition_id bigint, attendees bigint[], reason text) returns void
language plpgsql volatile
set plan_cache_mode = force_generic_plan
as $$
declare
    sign_ups constant bigint[] := array(select u.id from app.sign_up u where u.attendee_id = any (attendees));
    forgotten integer;
begin
    delete from app.note n where n.attendee_id = any (attendees);
    get diagnostics forgotten = row_count;
    perform app.write_purge(edition_id, 'notes', reason, forgotten);
    delete from app.attendee a where a.id = any (attendees);
    get diagnostics forgotten = row_count;
    perform app.forget_sign_ups(edition_id, sign_ups, reason);
    perform app.write_purge(edition_id, 'attendees', reason, forgotten);
    delete from app.outbox o where o.attendee_id = any (attendees);
    get diagnostics forgotten = row_count;
    perform app.write_purge(edition_id, 'letters', reason, forgotten);
end
$$;
