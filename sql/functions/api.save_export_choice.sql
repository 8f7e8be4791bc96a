-- Saves a choice of columns under a name, in place of an earlier one of that name. Recorded.
--
-- Locks: nothing.
-- Raises: 42501 where the actor may not export; 23514 where the name is too long or empty, or there is no column.
drop function if exists api.save_export_choice;
create function api.save_export_choice(actor text, name text, columns text[]) returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    made bigint;
begin
    perform app.require(actor, 'people:export');
    insert into app.export_choice (name, columns, created_by) values ($2, $3, $1)
    on conflict on constraint export_choice_name do update
    set columns = excluded.columns, created_by = excluded.created_by, created_at = now()
    returning id into made;
    perform app.write_record(actor, 'export.columns_saved', 'export_choice:' || made,
        jsonb_build_object('columns', to_jsonb($3)));
    return made;
end
$$;
grant execute on function api.save_export_choice to socialday_web, socialday_admin;
