-- Makes of a session what it was at an earlier version, with all that follows for people; or says what that would be. What
-- has changed since is given up with it.
--
-- past: the version to go back to. version, excess, shown, dry_run: as app.effect_on_session has them.
-- Locks: the session's edition.
-- Returns: app.effect_on_session's object; or one with outcome unknown_session or unknown_version.
-- Raises: 42501 without programme:change.
drop function if exists api.return_session;
create function api.return_session(
    actor text, session_id bigint, version integer, past integer, excess text default null, shown jsonb default null,
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
    earlier app.session_past;
    wished app.session;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_edition(array(select s.edition_id from app.session s where s.id = $2));
    moment := clock_timestamp();
    select * into before from app.session s where s.id = $2;
    select * into earlier from app.session_past p where p.session_id = $2 and p.version = past;
    if before.id is null or earlier.session_id is null then
        return jsonb_build_object(
            'outcome', case when before.id is null then 'unknown_session' else 'unknown_version' end);
    end if;
    wished := jsonb_populate_record(before, earlier.session - array[
        'id', 'edition_id', 'slug', 'calendar_sequence', 'created_at', 'updated_at', 'version']);
    return app.effect_on_session(actor, before, wished, version, excess, shown, dry_run, moment);
end
$$;
grant execute on function api.return_session to socialday_web, socialday_admin;
