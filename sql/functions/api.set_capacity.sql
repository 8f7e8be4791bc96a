-- Changes a session's capacity, with all that follows for people (app.change_session); or says what that would be.
--
-- version, excess, shown, dry_run: as app.effect_on_session has them.
-- Locks: the session's edition.
-- Returns: app.effect_on_session's object; or one with outcome unknown_session.
-- Raises: 42501 without capacity:change at the session's venue; 22023 for a capacity below 1.
drop function if exists api.set_capacity;
create function api.set_capacity(
    actor text, session_id bigint, version integer, capacity integer, excess text default null,
    shown jsonb default null, dry_run boolean default false
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moment timestamptz;
    before app.session;
    wished app.session;
begin
    perform app.require(actor, 'capacity:change', (
        select r.venue_id from app.session s join app.room r on r.id = s.room_id where s.id = $2));
    if capacity is null or capacity < 1 then
        raise exception 'a session has at least one place' using errcode = 'invalid_parameter_value';
    end if;
    perform app.lock_edition(array(select s.edition_id from app.session s where s.id = $2));
    moment := clock_timestamp();
    select * into before from app.session s where s.id = $2;
    if before.id is null then
        return '{"outcome": "unknown_session"}';
    end if;
    wished := before;
    wished.capacity := capacity;
    return app.effect_on_session(actor, before, wished, version, excess, shown, dry_run, moment);
end
$$;
grant execute on function api.set_capacity to socialday_web, socialday_admin;
