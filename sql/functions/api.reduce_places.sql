-- Gives back some of a sign-up's places, by whoever holds its ticket. What comes free goes to those who wait; a group
-- that waits and is smaller now may fit itself (app.promote). Its queue number stays.
--
-- Locks: the session's edition, then its doors (app.hold_doors).
-- Outcomes: done, also where it has that many places already; not_fewer, since more places would go past those who
--   wait; inside, where more of them have been let in already; those of app.ticket_refusal.
-- Writes: as app.change_places.
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
    select * into held from app.hold_sign_up($1);
    moment := clock_timestamp();
    refusal := app.ticket_refusal($1, $2, moment);
    if refusal <> 'none' then
        return refusal;
    end if;
    if $3 > held.places then
        return 'not_fewer';
    end if;
    if $3 = held.places then
        return 'done';
    end if;
    perform app.hold_doors(held.session_id);
    if exists (select from app.presence p where p.sign_up_id = held.id and p.arrived > $3) then
        return 'inside';
    end if;

    perform app.change_places(held, $3, moment);
    return 'done';
end
$$;
grant execute on function api.reduce_places to socialday_web;
