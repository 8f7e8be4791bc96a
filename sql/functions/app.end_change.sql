-- Ends the change under way; it leaves no trace where nothing was part of it. Returns its id, or null then.
--
-- Locks: nothing.
create or replace function app.end_change() returns bigint
language plpgsql volatile as $$
declare
    change constant bigint := nullif(current_setting('socialday.change', true), '')::bigint;
begin
    perform set_config('socialday.change', '', true);
    if exists (select from app.change_part p where p.change_id = change) then
        return change;
    end if;
    delete from app.change c where c.id = change;
    return null;
end
$$;
