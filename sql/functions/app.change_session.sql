-- Makes a session what it is wished to be, with all that follows for people: the one place where a session changes, whoever
-- asks and however much at once. Nobody loses a place by it, unless excess is 'move'.
--
-- More places go to those who wait (app.promote). Fewer than are confirmed: with excess 'keep' as many as are confirmed;
-- with 'move' the latest go to the waiting list (app.move_latest), and what is left free then goes by the queue to whoever
-- fits, so one of those just moved may keep their places and hears nothing. Everyone who loses theirs is written to.
-- Where time or place change, everyone signed up is written to, with what it was; where it is called off, likewise, and
-- sign-ups stay as they are and count nothing; where it takes place after all, see app.tell_of_change. Texts write to
-- nobody. Taking a session out of the programme changes nothing for those signed up. Whoever waits, here or for a session at an overlapping time, and
-- could not have come before is in play again.
--
-- Locks: nothing; the caller holds the edition's lock and has read `before` under it.
-- Returns an object with outcome: changed; unchanged; refused, with problems as app.session_refusals has them, and
--   (capacity) below_confirmed, (null) cancelled, where a session that is off is to change otherwise than by taking place.
--   And, after it, confirmed (places), waiting (sign-ups), moved and promoted (sign-ups, those promoted for what the
--   moved ones let go of included), told (letters because of time, place or being off), clashes (sign-ups whose attendee holds places
--   at an overlapping time now).
-- Raises: 23514 (session_slot) where it would end before it starts.
create or replace function app.change_session(
    before app.session, wished app.session, excess text, moment timestamptz
) returns jsonb
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    after app.session := wished;
    tally app.session_tally;
    problems jsonb;
    is_moved boolean;
    others bigint[] := '{}';
    moved bigint[];
    promoted bigint[];
    told integer := 0;
begin
    select * into tally from app.session_tally t where t.session_id = before.id;
    if excess = 'keep' then
        after.capacity := greatest(after.capacity, tally.confirmed);
    end if;
    after.room_capacity := coalesce(
        (select r.capacity from app.room r where r.id = after.room_id), before.room_capacity);
    problems := app.session_refusals(after, before);
    if before.cancelled_at is not null and after.cancelled_at is not null and after is distinct from before then
        problems := problems || '[{"field": null, "code": "cancelled", "detail": null}]';
    end if;
    if after.capacity < tally.confirmed and excess is distinct from 'move' then
        problems := problems || jsonb_build_array(jsonb_build_object(
            'field', 'capacity', 'code', 'below_confirmed', 'detail', tally.confirmed::text));
    end if;
    if problems <> '[]' or after is not distinct from before then
        return jsonb_build_object(
            'outcome', case when problems = '[]' then 'unchanged' else 'refused' end, 'problems', problems,
            'confirmed', tally.confirmed, 'waiting', tally.waiting, 'moved', 0, 'promoted', 0, 'told', 0,
            'clashes', 0);
    end if;

    is_moved := (before.starts_at, before.ends_at, before.room_id)
        is distinct from (after.starts_at, after.ends_at, after.room_id);
    if is_moved or after.cancelled_at is not null then
        others := app.waited_for_beside(before.id);
    end if;
    moved := app.move_latest(before.id, after.capacity);
    update app.session s set
        room_id = after.room_id, room_capacity = after.room_capacity, host_id = after.host_id,
        title_fr = after.title_fr, title_en = after.title_en, summary_fr = after.summary_fr,
        summary_en = after.summary_en, format = after.format, theme = after.theme, starts_at = after.starts_at,
        ends_at = after.ends_at, capacity = after.capacity, language = after.language,
        sign_language = after.sign_language, waiting_list = after.waiting_list, audience = after.audience,
        sign_ups_open_at = after.sign_ups_open_at, sign_ups_close_at = after.sign_ups_close_at,
        published_at = after.published_at, cancelled_at = after.cancelled_at
    where s.id = before.id;

    told := app.tell_of_change(before, moment);
    if before.cancelled_at is null and after.cancelled_at is not null then
        insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
        select u.attendee_id, u.id, u.session_id, moment, moment, 'session_cancelled', u.language
        from app.sign_up u
        where u.session_id = before.id and u.status <> 'cancelled'
        order by u.queue_number;
        get diagnostics told = row_count;
    end if;
    promoted := app.promote(array[before.id], moment, moved);
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    select u.attendee_id, u.id, u.session_id, moment, moment, 'moved_to_waiting', u.language
    from app.sign_up u
    where u.id = any (moved) and u.id <> all (promoted)
    order by u.queue_number;
    others := others || array(
        select o from app.sign_up u, unnest(app.brought_back(u.attendee_id, before.id)) with ordinality b (o, i)
        where u.id = any (moved) and u.id <> all (promoted)
        order by u.queue_number, i);
    promoted := promoted || app.promote(others, moment);

    select * into tally from app.session_tally t where t.session_id = before.id;
    return jsonb_build_object(
        'outcome', 'changed', 'problems', problems, 'confirmed', tally.confirmed, 'waiting', tally.waiting,
        'moved', cardinality(array(select m from unnest(moved) m where m <> all (promoted))),
        'promoted', cardinality(array(select p from unnest(promoted) p where p <> all (moved))), 'told', told,
        'clashes', case when is_moved or before.cancelled_at is not null then (
            select count(*) from app.sign_up u
            where u.session_id = before.id and u.status = 'confirmed'
                and app.is_busy(u.attendee_id, before.id, after.starts_at, after.ends_at)) else 0 end);
end
$$;
