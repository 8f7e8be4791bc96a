-- Deletes the notes that were deleted an hour ago and can't be restored any more; returns how many. To be called now and
-- then.
--
-- Locks: nothing but the rows.
drop function if exists api.forget_notes;
create function api.forget_notes() returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    forgotten integer;
begin
    delete from app.note n where n.deleted_at < clock_timestamp() - interval '1 hour';
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;
grant execute on function api.forget_notes to socialday_web, socialday_admin;
