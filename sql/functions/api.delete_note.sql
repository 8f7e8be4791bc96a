-- Deletes a note, or with restored brings it back while that is possible, for an hour. Outcomes: done; not_found.
--
-- Permission: people:change. Locks: the note's row.
-- Writes: the record: note.deleted or note.restored.
drop function if exists api.delete_note;
create function api.delete_note(actor text, attendee_id bigint, note_id bigint, restored boolean) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:change');
    update app.note n set deleted_at = case when not $4 then clock_timestamp() end
    where n.id = $3 and n.attendee_id = $2 and (n.deleted_at is not null) = $4
        and coalesce(n.deleted_at > clock_timestamp() - interval '1 hour', true);
    if not found then
        return 'not_found';
    end if;
    perform app.write_record(
        actor, case when $4 then 'note.restored' else 'note.deleted' end, 'attendee:' || $2, '{}');
    return 'done';
end
$$;
grant execute on function api.delete_note to socialday_web;
