-- Makes those sessions that a change found again what they were, all at once, with all that follows for people. Nobody loses a
-- place by it: where more are confirmed than there were places, as many remain.
--
-- Locks: nothing; the caller holds their editions' lock. Returns app.report_changes's object, with promoted (sign-ups).
-- Raises: 23P01, 23514, 23503 where rooms have been taken, made smaller or are gone.
create or replace function app.put_back_sessions(change_id bigint, moment timestamptz) returns jsonb
language plpgsql volatile as $$
declare
    befores constant app.session[] := array(
        select s from app.change_part p join app.session s on s.id = p.object_id
        where p.change_id = $1 and p.kind = 'session' and p.was is not null order by s.id);
    others bigint[];
    report jsonb;
begin
    others := array(
        select w.o
        from unnest(befores) with ordinality b
        join app.change_part p on p.change_id = $1 and p.kind = 'session' and p.object_id = b.id
        cross join unnest(app.waited_for_beside(b.id)) with ordinality w (o, i)
        where (to_jsonb(b) -> 'starts_at', to_jsonb(b) -> 'ends_at')
            is distinct from (p.was -> 'starts_at', p.was -> 'ends_at')
        order by b.ordinality, w.i);
    -- Two sessions may have exchanged their rooms.
    set constraints app.session_alone_in_room deferred;
    update app.session s set
        room_id = w.room_id, room_capacity = r.capacity, host_id = w.host_id, title_fr = w.title_fr,
        title_en = w.title_en, summary_fr = w.summary_fr, summary_en = w.summary_en, format = w.format,
        theme = w.theme, starts_at = w.starts_at, ends_at = w.ends_at, capacity = greatest(w.capacity, t.confirmed),
        language = w.language, sign_language = w.sign_language, waiting_list = w.waiting_list, audience = w.audience,
        sign_ups_open_at = w.sign_ups_open_at, sign_ups_close_at = w.sign_ups_close_at,
        published_at = w.published_at, cancelled_at = w.cancelled_at
    from app.change_part p
    cross join lateral jsonb_populate_record(null::app.session, p.was) w
    join app.room r on r.id = w.room_id
    join app.session_tally t on t.session_id = w.id
    where p.change_id = $1 and p.kind = 'session' and p.was is not null and s.id = p.object_id;
    set constraints app.session_alone_in_room immediate;
    report := app.report_changes(befores, moment);
    return report || jsonb_build_object(
        'promoted', cardinality(app.promote(array(select b.id from unnest(befores) b) || others, moment)));
end
$$;
