-- Lets go of some of an attendee's sign-ups for places in a session, in one step. Whether there is room, and whether it
-- may be, the caller has seen to. Returns the sign-up that has the places.
--
-- made: under whose name, needs, route and caller the new one is made. leaving: what is let go of, with places or
-- waiting, each in another session. here: where the attendee waits in the wanted session, with its queue number, which is
-- kept; null otherwise.
-- Locks: nothing; the caller holds the edition's lock and has read all of it under it.
-- Writes: the letter 'switched', with the sessions let go of; those promoted for what came free are written to.
create or replace function app.exchange_places(
    made app.sign_up, leaving app.sign_up[], here app.sign_up, session_id bigint, places integer, language text,
    moment timestamptz
) returns bigint
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    got bigint := here.id;
    left_sessions bigint[] := array(select l.session_id from unnest(leaving) l);
begin
    update app.sign_up u set status = 'cancelled', cancelled_at = moment
    where u.id in (select l.id from unnest(leaving) l);
    update app.session_tally t
    set confirmed = t.confirmed - case l.status when 'confirmed' then l.places else 0 end,
        waiting = t.waiting - case l.status when 'waiting' then 1 else 0 end
    from unnest(leaving) l where t.session_id = l.session_id;
    if got is not null then
        -- Passed over until now: the place in the queue is kept.
        update app.sign_up u set status = 'confirmed', places = $5 where u.id = got;
        update app.session_tally t set confirmed = t.confirmed + $5, waiting = t.waiting - 1
        where t.session_id = $4;
    else
        insert into app.sign_up (
            session_id, attendee_id, created_at, queue_number, places, caller, status, route, language, name, needs,
            needs_note)
        select $4, made.attendee_id, moment, t.next_queue_number, $5, made.caller, 'confirmed', made.route,
            made.language, made.name, made.needs, made.needs_note
        from app.session_tally t where t.session_id = $4
        returning id into got;
        update app.session_tally t
        set confirmed = t.confirmed + $5, next_queue_number = t.next_queue_number + 1
        where t.session_id = $4;
    end if;

    insert into app.outbox (
        attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language, details)
    values (
        made.attendee_id, got, $4, moment, moment, 'switched', $6, jsonb_build_object('left', left_sessions));
    perform app.promote(
        left_sessions || array(
            select b
            from unnest(left_sessions) with ordinality l (s, i),
                unnest(app.brought_back(made.attendee_id, s)) with ordinality k (b, j)
            order by i, j), moment);
    return got;
end
$$;
