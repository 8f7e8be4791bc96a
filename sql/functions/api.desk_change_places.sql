-- Gives a sign-up another number of places. More of them only where as many are free, as for a newcomer; who waits can
-- ask for fewer only, since more would go past those who wait behind.
--
-- Permission: people:change. Locks: the session's edition, then its doors (app.hold_doors).
-- Outcomes: done, also where it has that many already; would_pass; not_yet_open, closed; full; inside, where more of
--   them have been let in already; those of app.ticket_refusal.
-- Writes: as app.change_places; the record: sign_up.changed.
-- Raises: 22023 for fewer places than one or more than six.
drop function if exists api.desk_change_places;
create function api.desk_change_places(actor text, sign_up_id bigint, places integer) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    moment timestamptz;
    wanted record;
    refusal text;
begin
    perform app.require(actor, 'people:change');
    if places is null or places not between 1 and 6 then
        raise exception 'a sign-up has one to six places' using errcode = 'invalid_parameter_value';
    end if;
    select * into held from app.hold_sign_up($2);
    moment := clock_timestamp();
    select * into wanted from app.wanted_session(held.session_id, moment);
    refusal := app.ticket_refusal(held.id, held.secret_version, moment);
    if refusal = 'none' and $3 > held.places then
        refusal := case
            when held.status = 'waiting' then 'would_pass'
            when wanted.id is null then 'closed'
            when wanted.refusal is not null then wanted.refusal
            when $3 - held.places > wanted.free then 'full'
            else 'none'
        end;
    end if;
    perform app.hold_doors(held.session_id);
    if refusal = 'none' and exists (select from app.presence p where p.sign_up_id = held.id and p.arrived > $3) then
        refusal := 'inside';
    end if;
    if refusal <> 'none' then
        return refusal;
    end if;
    if $3 <> held.places then
        perform app.change_places(held, $3, moment);
        perform app.write_record(
            actor, 'sign_up.changed', 'sign_up:' || held.id,
            jsonb_build_object('session', held.session_id, 'places', jsonb_build_array(held.places, $3)));
    end if;
    return 'done';
end
$$;
grant execute on function api.desk_change_places to socialday_web;
