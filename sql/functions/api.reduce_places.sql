-- Gives back some of a sign-up's places, by whoever holds its ticket. What comes free goes to those who wait; a group
-- that waits and is smaller now may fit itself (app.promote). Its queue number stays.
--
-- Locks: the session's edition, then its door_tally.
-- Outcomes: done, also where it has that many places already; not_fewer, since more places would go past those who
--   wait; inside, where more of them have been let in already; those of app.ticket_refusal.
-- Writes: the letter 'changed', but for one who is promoted by this and hears of that.
-- Raises: 22023 for fewer places than one.
drop function if exists api.reduce_places;
create function api.reduce_places(sign_up_id bigint, secret_version integer, places integer) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    moment timestamptz;
    refusal text;
begin
    if places is null or places < 1 then
        raise exception 'a sign-up has at least one place' using errcode = 'invalid_parameter_value';
    end if;
    perform app.lock_edition(array(
        select s.edition_id from app.sign_up u join app.session s on s.id = u.session_id where u.id = $1));
    moment := clock_timestamp();
    refusal := app.ticket_refusal($1, $2, moment);
    if refusal <> 'none' then
        return refusal;
    end if;
    select * into held from app.sign_up u where u.id = $1;
    if $3 > held.places then
        return 'not_fewer';
    end if;
    if $3 = held.places then
        return 'done';
    end if;
    perform from app.door_tally t where t.session_id = held.session_id for update;
    if exists (select from app.presence p where p.sign_up_id = held.id and p.arrived > $3) then
        return 'inside';
    end if;

    update app.sign_up u set places = $3 where u.id = held.id;
    update app.session_tally t set confirmed = t.confirmed - (held.places - $3)
    where t.session_id = held.session_id and held.status = 'confirmed';
    if held.id <> all (app.promote(array[held.session_id], moment)) then
        insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
        values (held.attendee_id, held.id, held.session_id, moment, moment, 'changed', held.language);
    end if;
    return 'done';
end
$$;
grant execute on function api.reduce_places to socialday_web;
