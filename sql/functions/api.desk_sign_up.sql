-- Signs somebody up by telephone or at the desk, by the rules that hold for everybody (api.sign_up).
--
-- attendee_id: somebody known, who is then asked neither for an address nor for one alike; null: whoever has the address,
--   or, without one, somebody new. Two people without an address are never taken for one: whoever signs somebody up
--   says that it is them, and from then on I3 holds for them as for all.
-- telephone: kept where one is given. note: what organisers should know of this sign-up; null for nothing.
-- Permission: people:change. Locks: as api.sign_up.
-- Outcomes: as api.sign_up, with the sign-up and its attendee also where another caller made it; unknown_person.
-- Writes: as api.sign_up; the record: sign_up.made.
-- Raises: 42501 without the permission; as api.sign_up.
drop function if exists api.desk_sign_up;
create function api.desk_sign_up(
    actor text, session_id bigint, attendee_id bigint, email text, telephone text, name text, places_asked integer,
    language text, needs text, needs_note text, note text, request_key text, request_hash bytea,
    out outcome text, out sign_up_id bigint, out attendee bigint, out places integer, out "position" integer
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    edition constant bigint := (select s.edition_id from app.session s where s.id = $2);
    caller constant uuid := md5('desk:' || $1)::uuid;
    person app.attendee;
    -- Stands in for an address while api.sign_up looks for one; no address is without an @.
    stand_in text;
begin
    perform app.require(actor, 'people:change');
    perform app.lock_edition(array[edition]);
    if $3 is not null then
        select * into person from app.attendee a where a.id = $3 and a.edition_id = edition;
        if person.id is null then
            outcome := case when edition is null then 'unknown_session' else 'unknown_person' end;
            return;
        end if;
    end if;
    if coalesce(person.email, case when $3 is null then $4 end) is null then
        stand_in := '#' || coalesce(person.id, nextval('app.attendee_id_seq'));
        update app.attendee a set email = stand_in where a.id = person.id;
        if person.id is null and edition is not null then
            insert into app.attendee (id, edition_id, email, created_at)
            values (substr(stand_in, 2)::bigint, edition, stand_in, clock_timestamp());
        end if;
    end if;

    select x.outcome, x.sign_up_id, x.places, x."position" into outcome, sign_up_id, places, position
    from api.sign_up(
        array[$2], array[caller], '{desk}', array[$12], array[$13],
        array[coalesce(stand_in, person.email, $4)], array[$6], array[$7], array[$8], array[$9], array[$10]) x;
    attendee := (select u.attendee_id from app.sign_up u where u.id = desk_sign_up.sign_up_id);
    if stand_in is not null then
        update app.attendee a set email = null where a.email = stand_in and a.edition_id = edition;
        delete from app.attendee a
        where a.id = substr(stand_in, 2)::bigint and person.id is null and a.id is distinct from attendee;
    end if;
    if attendee is null or outcome not in ('confirmed', 'waiting') then
        return;
    end if;
    update app.attendee a set telephone = $5 where a.id = attendee and $5 is not null;
    insert into app.note (attendee_id, sign_up_id, written_at, written_by, text)
    select attendee, desk_sign_up.sign_up_id, clock_timestamp(), actor, $11
    where $11 is not null and not exists (select from app.note n where n.sign_up_id = desk_sign_up.sign_up_id and n.text = $11);
    perform app.write_record(
        actor, 'sign_up.made', 'sign_up:' || sign_up_id,
        jsonb_build_object('session', $2, 'outcome', outcome, 'places', places));
end
$$;
grant execute on function api.desk_sign_up to socialday_web;
