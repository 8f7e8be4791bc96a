-- Changes a host, or makes one.
--
-- id: null for a new one. Locks: the list of venues, rooms and hosts.
-- Returns: saved; unknown_host; name_taken. Raises: 42501 without programme:change; 23514 (host_legal_form).
drop function if exists api.save_host;
create function api.save_host(actor text, id bigint, name text, legal_form text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    before app.host;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    select * into before from app.host h where h.id = $2;
    if $2 is not null and before.id is null then
        return 'unknown_host';
    end if;
    if exists (select from app.host h where h.name = $3 and h.id is distinct from $2) then
        return 'name_taken';
    end if;
    if $2 is null then
        insert into app.host (name, legal_form) values ($3, $4) returning app.host.id into before.id;
    elsif (before.name, before.legal_form) = ($3, $4) then
        return 'saved';
    else
        update app.host h set name = $3, legal_form = $4 where h.id = $2;
    end if;
    perform app.write_record(
        actor, case when $2 is null then 'host.created' else 'host.changed' end, 'host:' || before.id);
    return 'saved';
end
$$;
grant execute on function api.save_host to socialday_web, socialday_admin;
