-- Says whom to write to about a host's sessions; null for nobody. Returns whether there is such a host.
--
-- Permission: programme:change. Locks: the host's row. Writes: the record: host.changed, without the address.
-- Raises: 23514 (host_contact_email).
drop function if exists api.set_host_contact;
create function api.set_host_contact(actor text, host_id bigint, email text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    perform app.begin_change(actor, 'host');
    update app.host h set contact_email = $3 where h.id = $2 and h.contact_email is distinct from $3;
    if found then
        perform app.write_record(actor, 'host.changed', 'host:' || $2, '{"contact": true}');
    end if;
    perform app.end_change();
    return exists (select from app.host h where h.id = $2);
end
$$;
grant execute on function api.set_host_contact to socialday_web;
