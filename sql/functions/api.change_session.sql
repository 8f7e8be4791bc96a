-- Changes what is wished of a session, with all that follows for people (app.change_session); or says what that would be.
--
-- wishes: an object with the columns of app.session that are to be otherwise, room_id and host_id among them, and published and
--   cancelled (true or false). version, excess, shown, dry_run: as app.effect_on_session has them.
-- Locks: the session's edition.
-- Returns: app.effect_on_session's object; or one with outcome unknown_session.
-- Raises: 42501 without programme:change; 23514 for values that the table refuses.
drop function if exists api.change_session;
create function api.change_session(
    actor text, session_id bigint, version integer, wishes jsonb, excess text default null, shown jsonb default null,
    dry_run boolean default false
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
    perform app.require(actor, 'programme:change');
    perform app.lock_edition(array(select s.edition_id from app.session s where s.id = $2));
    moment := clock_timestamp();
    select * into before from app.session s where s.id = $2;
    if before.id is null then
        return '{"outcome": "unknown_session"}';
    end if;
    wished := jsonb_populate_record(before, wishes - array[
        'id', 'edition_id', 'slug', 'room_capacity', 'published_at', 'cancelled_at', 'calendar_sequence', 'created_at',
        'updated_at', 'version']);
    wished.published_at := case coalesce((wishes ->> 'published')::boolean, before.published_at is not null)
        when true then coalesce(before.published_at, moment) end;
    wished.cancelled_at := case coalesce((wishes ->> 'cancelled')::boolean, before.cancelled_at is not null)
        when true then coalesce(before.cancelled_at, moment) end;
    return app.effect_on_session(actor, before, wished, version, excess, shown, dry_run, moment);
end
$$;
grant execute on function api.change_session to socialday_web, socialday_admin;
