-- Writes a note about a person. Outcomes: done; not_found.
--
-- Permission: people:change. Locks: the attendee, against being erased meanwhile.
-- Writes: the record: note.added, without the note.
drop function if exists api.add_note;
create function api.add_note(actor text, attendee_id bigint, text text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:change');
    perform from app.attendee a where a.id = $2 for key share;
    if not found then
        return 'not_found';
    end if;
    insert into app.note (attendee_id, written_at, written_by, text) values ($2, clock_timestamp(), actor, $3);
    perform app.write_record(actor, 'note.added', 'attendee:' || $2, '{}');
    return 'done';
end
$$;
grant execute on function api.add_note to socialday_web;
