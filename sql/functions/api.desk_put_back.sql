-- Undoes api.desk_move_up while the sign-up still waits: it has its own queue number again.
--
-- Permission: people:change. Locks: the session's edition.
-- Outcomes: done; not_moved_up; not_waiting, since a place that somebody got is not taken back; not_found.
-- Writes: the record: sign_up.put_back.
drop function if exists api.desk_put_back;
create function api.desk_put_back(actor text, sign_up_id bigint) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    held app.sign_up;
    refusal text;
begin
    perform app.require(actor, 'people:change');
    select * into held from app.hold_sign_up($2);
    refusal := case
        when held.id is null then 'not_found'
        when held.moved_up_from is null then 'not_moved_up'
        when held.status <> 'waiting' then 'not_waiting'
    end;
    if refusal is not null then
        return refusal;
    end if;
    update app.sign_up u
    set queue_number = u.moved_up_from, moved_up_at = null, moved_up_reason = null, moved_up_from = null
    where u.id = held.id;
    perform app.write_record(
        actor, 'sign_up.put_back', 'sign_up:' || held.id, jsonb_build_object('session', held.session_id));
    return 'done';
end
$$;
grant execute on function api.desk_put_back to socialday_web;
