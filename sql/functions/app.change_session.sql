-- Makes one session what it is wished to be (app.change_sessions), unless something is against it. Nobody loses a place by it,
-- unless excess is 'move'.
--
-- Fewer places than are confirmed: with excess 'keep' as many as are confirmed; with 'move' the latest go to the waiting list.
-- Where it is called off, sign-ups stay as they are and count nothing.
--
-- Locks: nothing; the caller holds the edition's lock and has read `before` under it.
-- Returns an object with outcome: changed; unchanged; refused, with problems as app.session_refusals has them, and
--   (capacity) below_confirmed, (null) cancelled, where a session that is off is to change otherwise than by taking place.
--   And, after it, confirmed (places), waiting (sign-ups), and moved, promoted, told and clashes as app.change_sessions has
--   them; fields, the names of what is otherwise (app.session_facts).
-- Raises: 23514 (session_slot) where it would end before it starts.
create or replace function app.change_session(
    before app.session, wished app.session, excess text, moment timestamptz
) returns jsonb
language plpgsql volatile as $$
declare
    after app.session := wished;
    tally app.session_tally;
    problems jsonb;
    report jsonb := '{"moved": 0, "promoted": 0, "told": 0, "clashes": 0}';
    outcome text;
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
    outcome := case
        when problems <> '[]' then 'refused'
        when after is not distinct from before then 'unchanged'
        else 'changed'
    end;
    if outcome = 'changed' then
        report := app.change_sessions(array[before], array[after], moment);
        select * into tally from app.session_tally t where t.session_id = before.id;
    end if;
    return jsonb_build_object(
        'outcome', outcome, 'problems', problems, 'confirmed', tally.confirmed, 'waiting', tally.waiting,
        'moved', report -> 'moved', 'promoted', report -> 'promoted', 'told', report -> 'told',
        'clashes', report -> 'clashes', 'fields', jsonb_path_query_array(report, '$.updated[*].changes[*].field'));
end
$$;
