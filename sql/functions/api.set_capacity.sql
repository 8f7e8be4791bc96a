-- Changes a session's capacity. More places go to those who wait (app.promote). Fewer than are confirmed only
-- with move_latest: then the latest sign-ups, by queue number, go to the waiting list, groups whole and with
-- their numbers, until the rest fits. What is left free then goes by the queue to whoever fits, so one of those
-- just moved may keep their places and hears nothing; everyone who loses theirs is written to.
--
-- Locks: the session's edition.
-- Outcomes: changed; below_confirmed; above_room; unknown_session. confirmed: places, as they now are;
--   moved and promoted: sign-ups, those promoted for what the moved ones let go of included.
-- Raises: 22023 for a capacity below 1.
drop function if exists api.set_capacity;
create function api.set_capacity(session_id bigint, capacity integer, move_latest boolean)
returns table (outcome text, confirmed integer, moved integer, promoted integer)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moment timestamptz;
    state record;
    latest record;
    moved_ids bigint[] := '{}';
    promoted_ids bigint[];
    others bigint[];
begin
    if capacity is null or capacity < 1 then
        raise exception 'a session has at least one place' using errcode = 'invalid_parameter_value';
    end if;
    perform app.lock_edition(array(select s.edition_id from app.session s where s.id = $1));
    moment := clock_timestamp();
    select s.id, s.room_capacity, t.confirmed into state
    from app.session s join app.session_tally t on t.session_id = s.id where s.id = $1;
    confirmed := state.confirmed;
    moved := 0;
    promoted := 0;
    outcome := case
        when state.id is null then 'unknown_session'
        when $2 > state.room_capacity then 'above_room'
        when $2 < state.confirmed and not $3 then 'below_confirmed'
        else 'changed'
    end;
    if outcome <> 'changed' then
        return next;
        return;
    end if;

    for latest in
        select u.id, u.places from app.sign_up u
        where u.session_id = $1 and u.status = 'confirmed' order by u.queue_number desc
    loop
        exit when confirmed <= $2;
        confirmed := confirmed - latest.places;
        moved_ids := moved_ids || latest.id;
    end loop;
    update app.sign_up u set status = 'waiting' where u.id = any (moved_ids);
    update app.session_tally t
    set confirmed = t.confirmed - (state.confirmed - set_capacity.confirmed),
        waiting = t.waiting + cardinality(moved_ids)
    where t.session_id = $1 and moved_ids <> '{}';
    update app.session s set capacity = $2 where s.id = $1;

    promoted_ids := app.promote(array[$1], moment, moved_ids);
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    select u.attendee_id, u.id, u.session_id, moment, moment, 'moved_to_waiting', u.language
    from app.sign_up u
    where u.id = any (moved_ids) and u.id <> all (promoted_ids)
    order by u.queue_number;
    others := array(
        select o from app.sign_up u, unnest(app.brought_back(u.attendee_id, $1)) with ordinality b (o, i)
        where u.id = any (moved_ids) and u.id <> all (promoted_ids)
        order by u.queue_number, i);
    promoted := cardinality(app.promote(others, moment));

    moved := cardinality(array(select m from unnest(moved_ids) m where m <> all (promoted_ids)));
    promoted := promoted + cardinality(array(select p from unnest(promoted_ids) p where p <> all (moved_ids)));
    confirmed := (select t.confirmed from app.session_tally t where t.session_id = $1);
    return next;
end
$$;
grant execute on function api.set_capacity to socialday_admin;
