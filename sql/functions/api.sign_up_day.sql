-- Signs one person up for several sessions with one form: each session gets its own outcome, as api.sign_up gives it in
-- the order of the array, and the person gets one letter.
--
-- Locks: as api.sign_up.
-- Outcomes: as api.sign_up, one for each session.
-- Writes: as api.sign_up; the letters it wrote to this attendee, where there is more than one, are told by one more
--   (day), whose details hold the outcome of every session of the form.
drop function if exists api.sign_up_day;
create function api.sign_up_day(
    session_ids bigint[], caller uuid, route text, request_key text, request_hash bytea, email text, name text,
    places_asked integer, language text, needs text, needs_note text
)
returns table (outcome text, sign_up_id bigint, own boolean, places integer, "position" integer)
language plpgsql volatile security definer rows 6
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
    requests constant integer := cardinality(session_ids);
    news jsonb := '[]';
    latest bigint;
    answer record;
    answered integer := 0;
    attendee bigint;
    letters bigint[];
    telling bigint;
begin
    perform app.lock_edition(array(select distinct s.edition_id from app.session s where s.id = any (session_ids)));
    latest := coalesce((select max(o.id) from app.outbox o), 0);
    for answer in
        select * from api.sign_up(
            session_ids, array_fill(caller, array[requests]), array_fill(route, array[requests]),
            array_fill(request_key, array[requests]), array_fill(request_hash, array[requests]),
            array_fill(email, array[requests]), array_fill(name, array[requests]),
            array_fill(places_asked, array[requests]), array_fill(language, array[requests]),
            array_fill(needs, array[requests]), array_fill(needs_note, array[requests]))
    loop
        answered := answered + 1;
        news := news || jsonb_build_object(
            'session', session_ids[answered], 'outcome', answer.outcome, 'sign_up', answer.sign_up_id,
            'position', answer.position);
        outcome := answer.outcome;
        sign_up_id := answer.sign_up_id;
        own := answer.own;
        places := answer.places;
        position := answer.position;
        return next;
    end loop;

    attendee := (
        select a.id from app.attendee a
        where (lower(a.email) collate "C") = lower($6)
            and a.edition_id = (select s.edition_id from app.session s where s.id = session_ids[1]));
    letters := array(select o.id from app.outbox o where o.id > latest and o.attendee_id = attendee);
    if cardinality(letters) > 1 then
        insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language, details)
        values (attendee, clock_timestamp(), clock_timestamp(), 'day', $9, news)
        returning id into telling;
        -- Kept, since app.write_uninvited looks for them.
        update app.outbox o set sent_at = clock_timestamp(), gathered_into = telling where o.id = any (letters);
    end if;
end
$$;
grant execute on function api.sign_up_day to socialday_web;
