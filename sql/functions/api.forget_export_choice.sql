-- Forgets a choice of columns. Recorded.
--
-- Locks: nothing.
-- Raises: 42501 where the actor may not export.
-- Outcomes: whether there was one.
drop function if exists api.forget_export_choice;
create function api.forget_export_choice(actor text, choice bigint) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:export');
    delete from app.export_choice c where c.id = choice;
    if not found then
        return false;
    end if;
    perform app.write_record(actor, 'export.columns_forgotten', 'export_choice:' || choice);
    return true;
end
$$;
grant execute on function api.forget_export_choice to socialday_web, socialday_admin;
