-- Changes a session's capacity. More places go to those who wait (app.promote). Fewer than are confirmed only
-- with move_latest: then the latest sign-ups, by queue number, go to the waiting list, groups whole and with
-- their numbers, until the rest fits. What is left free then goes by the queue to whoever fits, so one of those
-- just moved may keep their places and hears nothing; everyone who loses theirs is written to.
--
-- actor: needs capacity:change at the session's venue. dry_run: the same answer, and nothing of it is kept.
-- Locks: the session's edition.
-- Outcomes: changed; below_confirmed; above_room; unknown_session. confirmed: places,
--   as they now are; moved and promoted: sign-ups, those promoted for what the moved ones let go of included;
--   moved_places: how many places the moved ones had.
-- Writes: the record (session.capacity_changed).
-- Raises: 42501 for an actor who may not; 22023 for a capacity below 1.
drop function if exists api.set_capacity;
create function api.set_capacity(
    actor text, session_id bigint, capacity integer, move_latest boolean, dry_run boolean default false
)
returns table (outcome text, confirmed integer, moved integer, moved_places integer, promoted integer)
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
    perform app.require($1, 'capacity:change', (
        select r.venue_id from app.session s join app.room r on r.id = s.room_id where s.id = $2));
    if $3 is null or $3 < 1 then
        raise exception 'a session has at least one place' using errcode = 'invalid_parameter_value';
    end if;
    perform app.lock_edition(array(select s.edition_id from app.session s where s.id = $2));
    moment := clock_timestamp();
    select s.id, s.slug, s.capacity, s.room_capacity, t.confirmed into state
    from app.session s join app.session_tally t on t.session_id = s.id where s.id = $2;
    confirmed := state.confirmed;
    moved := 0;
    moved_places := 0;
    promoted := 0;
    outcome := case
        when state.id is null then 'unknown_session'
        when $3 > state.room_capacity then 'above_room'
        when $3 < state.confirmed and not $4 then 'below_confirmed'
        else 'changed'
    end;
    if outcome <> 'changed' then
        return next;
        return;
    end if;

    -- A dry run does everything, and ends this block with an error that takes it back; variables keep what it came to.
    begin
        for latest in
            select u.id, u.places from app.sign_up u
            where u.session_id = $2 and u.status = 'confirmed' order by u.queue_number desc
        loop
            exit when confirmed <= $3;
            confirmed := confirmed - latest.places;
            moved_ids := moved_ids || latest.id;
        end loop;
        update app.sign_up u set status = 'waiting' where u.id = any (moved_ids);
        update app.session_tally t
        set confirmed = t.confirmed - (state.confirmed - set_capacity.confirmed),
            waiting = t.waiting + cardinality(moved_ids)
        where t.session_id = $2 and moved_ids <> '{}';
        update app.session s set capacity = $3 where s.id = $2;

        promoted_ids := app.promote(array[$2], moment, moved_ids);
        insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
        select u.attendee_id, u.id, u.session_id, moment, moment, 'moved_to_waiting', u.language
        from app.sign_up u
        where u.id = any (moved_ids) and u.id <> all (promoted_ids)
        order by u.queue_number;
        others := array(
            select o from app.sign_up u, unnest(app.brought_back(u.attendee_id, $2)) with ordinality b (o, i)
            where u.id = any (moved_ids) and u.id <> all (promoted_ids)
            order by u.queue_number, i);
        promoted := cardinality(app.promote(others, moment));

        promoted := promoted + cardinality(array(select p from unnest(promoted_ids) p where p <> all (moved_ids)));
        moved_ids := array(select m from unnest(moved_ids) m where m <> all (promoted_ids));
        moved := cardinality(moved_ids);
        moved_places := coalesce((select sum(u.places) from app.sign_up u where u.id = any (moved_ids)), 0);
        confirmed := (select t.confirmed from app.session_tally t where t.session_id = $2);
        if $5 then
            raise exception 'a dry run' using errcode = 'SD001';
        end if;
        perform app.write_record($1, 'session.capacity_changed', 'session:' || state.slug, jsonb_build_object(
            'from', state.capacity, 'to', $3, 'moved', moved, 'promoted', promoted));
    exception when sqlstate 'SD001' then
        null;
    end;
    return next;
end
$$;
grant execute on function api.set_capacity to socialday_web, socialday_admin;
