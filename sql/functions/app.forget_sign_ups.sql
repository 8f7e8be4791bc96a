-- Deletes sign-ups and what hangs on each of them: request keys, letters, check-ins and notes. The numbers of what
-- was deleted go into the purge record. Places are not given to anybody: for those that live, app.let_go comes first.
--
-- Locks: nothing; the caller holds the edition's lock.
create or replace function app.forget_sign_ups(edition_id bigint, sign_ups bigint[], reason text) returns void
language plpgsql volatile
set plan_cache_mode = force_generic_plan
as $$
declare
    letters integer;
    keys integer;
    check_ins integer;
    notes integer;
    placed integer;
    placeless integer;
begin
    delete from app.outbox o where o.sign_up_id = any (sign_ups);
    get diagnostics letters = row_count;
    delete from app.request_key k where k.sign_up_id = any (sign_ups);
    get diagnostics keys = row_count;
    delete from app.presence p where p.sign_up_id = any (sign_ups);
    delete from app.check_in c where c.sign_up_id = any (sign_ups);
    get diagnostics check_ins = row_count;
    delete from app.note n where n.sign_up_id = any (sign_ups);
    get diagnostics notes = row_count;
    with gone as (
        delete from app.sign_up u where u.id = any (sign_ups) returning u.status
    )
    select count(*) filter (where g.status = 'confirmed'), count(*) filter (where g.status <> 'confirmed')
    into placed, placeless from gone g;
    perform app.write_purge(edition_id, 'letters', reason, letters);
    perform app.write_purge(edition_id, 'request_keys', reason, keys);
    perform app.write_purge(edition_id, 'check_ins', reason, check_ins);
    perform app.write_purge(edition_id, 'notes', reason, notes);
    perform app.write_purge(edition_id, 'sign_ups', reason, placed);
    perform app.write_purge(edition_id, 'sign_ups_without_place', reason, placeless);
end
$$;
