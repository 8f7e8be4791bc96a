-- Takes the lines of a sessions file into the current edition, or says what that would do: known slugs are updated, others
-- made, nothing is deleted. An unknown room is made with the capacity of its largest session. Where there is no current
-- edition, the sessions' dates make one, in the time zone given. Nobody loses a place by it; whoever is signed up for a
-- session that it moves in time or place is written to (app.tell_of_change).
--
-- lines: an array of objects with the columns of the file and "line", its number; the types are right already.
-- publish: whether new sessions are in the programme at once.
-- Locks: the programme (app.lock_programme), then the edition.
-- Returns an object with problems: an array of line, code and detail as in app.session_problems, or too_many_days (detail
--   the number); where there are any, that is all, and nothing is done. Otherwise rooms (venue, venue_name, room, capacity) and hosts
--   (name, was, becomes: legal forms; was null where it is new), arrays of what is made or changed; created (slug, line),
--   updated (slug, line, changes as app.changed_facts, told, clashes), arrays of sessions; unchanged, how many; told and
--   promoted; letters as app.letters_written; change (app.change; null where nothing is otherwise).
-- Raises: 42501 without programme:change.
drop function if exists api.import_sessions;
create function api.import_sessions(
    actor text, lines jsonb, time_zone text, publish boolean default true, dry_run boolean default false
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    effect jsonb;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    begin
        perform app.begin_change(actor, 'sessions_import');
        effect := app.take_sessions(
            array(select l from jsonb_populate_recordset(null::app.session_line, lines) l), time_zone, publish);
        effect := effect || jsonb_build_object('change', app.end_change());
        if dry_run or effect ? 'problems' then
            raise exception 'only to see what it would do' using errcode = 'SD001';
        end if;
    exception when sqlstate 'SD001' then
        -- Everything is as it was; the variables keep what was seen.
        return effect;
    end;
    perform app.write_record(actor, 'programme.imported', null, jsonb_build_object(
        'kind', 'sessions', 'created', jsonb_array_length(effect -> 'created'),
        'updated', jsonb_array_length(effect -> 'updated'), 'told', effect -> 'told'));
    return effect;
end
$$;
grant execute on function api.import_sessions to socialday_web, socialday_admin;
