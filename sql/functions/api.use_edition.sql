-- Makes an edition the current one, whose programme is shown. Returns whether there is such an edition.
--
-- Locks: the rows of both editions.
drop function if exists api.use_edition;
create function api.use_edition(id bigint) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from app.edition e where e.id = $1) then
        return false;
    end if;
    update app.edition e set is_current = false where e.is_current and e.id <> $1;
    update app.edition e set is_current = true where e.id = $1 and not e.is_current;
    return true;
end
$$;
grant execute on function api.use_edition to socialday_admin;
