-- Makes sessions what they are wished to be, all at once, with all that follows for people: the one place where sessions
-- change, whoever asks and however many they are.
--
-- More places go to those who wait (app.promote). Where fewer than are confirmed are wished, the latest go to the waiting list
-- (app.move_latest), and what is left free then goes by the queue to whoever fits, so one of those just moved may keep their
-- places and hears nothing; everyone who loses theirs is written to: that this is meant is for the caller to know. Of another
-- time, of another place and of being off or on again those signed up are told (app.tell_of_change); texts write to nobody.
-- Taking a session out of the programme changes nothing for those signed up. Whoever waits, here or for a session at an
-- overlapping time, and could not have come before is in play again.
--
-- befores: the sessions, as they are; wishes: the same ones, as they are to be (what they are called, where in the edition they
--   belong, and what counts their changes stays).
-- Locks: nothing; the caller holds their editions' lock and has read `befores` under it.
-- Returns an object with updated, an array of slug, changes (field, was, becomes), told and clashes of those that are otherwise
--   now; unchanged, how many; told (letters because of time, place or being off), clashes (sign-ups whose attendee holds places
--   at an overlapping time now), moved and promoted (sign-ups, those promoted for what the moved ones let go of included), of
--   all.
-- Raises: 23P01 (session_alone_in_room), 23514 (session_fits_room, session_slot), 23503 (session_room, session_host),
--   of what the caller has not looked for before.
create or replace function app.change_sessions(befores app.session[], wishes app.session[], moment timestamptz)
returns jsonb
language plpgsql volatile as $$
declare
    ids constant bigint[] := array(select b.id from unnest(befores) b order by b.id);
    pair record;
    before app.session;
    after app.session;
    others bigint[] := '{}';
    moved bigint[] := '{}';
    promoted bigint[];
    told integer;
    clashes integer;
    updated jsonb := '[]';
begin
    for pair in
        select b.id, w.capacity, w.cancelled_at is not null
            or (b.starts_at, b.ends_at, b.room_id) is distinct from (w.starts_at, w.ends_at, w.room_id) as lets_go
        from unnest(befores) with ordinality b
        join unnest(wishes) w on w.id = b.id
        order by b.ordinality
    loop
        if pair.lets_go then
            others := others || app.waited_for_beside(pair.id);
        end if;
        moved := moved || app.move_latest(pair.id, pair.capacity);
    end loop;

    -- Two sessions may exchange their rooms.
    set constraints app.session_alone_in_room deferred;
    update app.session s set
        room_id = w.room_id, room_capacity = coalesce(r.capacity, w.room_capacity), host_id = w.host_id,
        title_fr = w.title_fr, title_en = w.title_en, summary_fr = w.summary_fr, summary_en = w.summary_en,
        format = w.format, theme = w.theme, starts_at = w.starts_at, ends_at = w.ends_at, capacity = w.capacity,
        language = w.language, sign_language = w.sign_language, waiting_list = w.waiting_list, audience = w.audience,
        sign_ups_open_at = w.sign_ups_open_at, sign_ups_close_at = w.sign_ups_close_at,
        published_at = w.published_at, cancelled_at = w.cancelled_at
    from unnest(wishes) w
    left join app.room r on r.id = w.room_id
    where s.id = w.id and s.id = any (ids);
    set constraints app.session_alone_in_room immediate;

    foreach before in array befores loop
        select * into after from app.session s where s.id = before.id;
        continue when after.version = before.version;
        told := app.tell_of_change(before, moment);
        clashes := case
            when told > 0 and after.cancelled_at is null then (
                select count(*) from app.sign_up u
                where u.session_id = before.id and u.status = 'confirmed'
                    and app.is_busy(u.attendee_id, before.id, after.starts_at, after.ends_at))
            else 0
        end;
        updated := updated || jsonb_build_object(
            'slug', before.slug, 'told', told, 'clashes', clashes, 'changes',
            app.changed_facts(app.session_facts(before), app.session_facts(after)));
    end loop;

    promoted := app.promote(ids, moment, moved);
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    select u.attendee_id, u.id, u.session_id, moment, moment, 'moved_to_waiting', u.language
    from app.sign_up u
    where u.id = any (moved) and u.id <> all (promoted)
    order by u.session_id, u.queue_number;
    others := others || array(
        select b.o
        from app.sign_up u, unnest(app.brought_back(u.attendee_id, u.session_id)) with ordinality b (o, i)
        where u.id = any (moved) and u.id <> all (promoted)
        order by u.session_id, u.queue_number, b.i);
    promoted := promoted || app.promote(others, moment);

    return jsonb_build_object(
        'updated', updated, 'unchanged', cardinality(befores) - jsonb_array_length(updated),
        'moved', cardinality(array(select m from unnest(moved) m where m <> all (promoted))),
        'promoted', cardinality(array(select p from unnest(promoted) p where p <> all (moved)))) || (
        select jsonb_build_object(
            'told', coalesce(sum((x.u ->> 'told')::integer), 0), 'clashes', coalesce(sum((x.u ->> 'clashes')::integer), 0))
        from jsonb_array_elements(updated) x (u));
end
$$;
