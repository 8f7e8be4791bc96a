-- Puts somebody who waits at the head of the waiting list: the one exception to its rule, made by an organiser, with a
-- reason, and recorded. It takes no place from anybody: they get the next ones that come free. Where some are free that
-- nobody gets by the list any more, because sign-ups have closed, they get those at once. Whoever holds places at an
-- overlapping time gets none, first or not.
--
-- reason: our_mistake, lost_place (moved to the list when the capacity fell), access (needs that this session meets),
--   takes_part (speaks, helps, accompanies), other. note: kept with the sign-up; null for none.
-- Permission: people:change. Locks: the session's edition.
-- Outcomes: confirmed; first, who waits on; not_waiting; those of app.ticket_refusal.
-- Writes: the letter 'promoted' for confirmed; the record: sign_up.moved_up, with the reason and without the note.
-- Raises: 23514 (sign_up_moved_up) for another reason.
drop function if exists api.desk_move_up;
create function api.desk_move_up(actor text, sign_up_id bigint, reason text, note text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    moment timestamptz;
    refusal text;
    outcome text := 'first';
begin
    perform app.require(actor, 'people:change');
    select * into held from app.hold_sign_up($2);
    moment := clock_timestamp();
    refusal := app.ticket_refusal(held.id, held.secret_version, moment);
    if refusal = 'none' and held.status <> 'waiting' then
        refusal := 'not_waiting';
    end if;
    if refusal <> 'none' then
        return refusal;
    end if;
    update app.sign_up u
    -- Below all that were ever given, so that it is nobody's.
    set queue_number = (select least(min(o.queue_number), 1) - 1 from app.sign_up o where o.session_id = held.session_id),
        moved_up_at = moment, moved_up_reason = $3, moved_up_from = coalesce(u.moved_up_from, u.queue_number)
    where u.id = held.id;
    insert into app.note (attendee_id, sign_up_id, written_at, written_by, text)
    select held.attendee_id, held.id, moment, actor, $4 where $4 is not null;
    if held.id = any (app.promote(array[held.session_id], moment, array[held.id])) then
        outcome := 'confirmed';
        insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
        values (held.attendee_id, held.id, held.session_id, moment, moment, 'promoted', held.language);
    end if;
    perform app.write_record(
        actor, 'sign_up.moved_up', 'sign_up:' || held.id,
        jsonb_build_object('session', held.session_id, 'reason', $3, 'outcome', outcome));
    return outcome;
end
$$;
grant execute on function api.desk_move_up to socialday_web;
