-- What those who come to a session need, counted, for organisers (api.needs).
--
-- Permission: people:read. Writes: the record: needs.read.
drop function if exists api.session_needs;
create function api.session_needs(actor text, session_id bigint)
returns table (need text, sign_ups integer, notes text[])
language plpgsql volatile security definer rows 5
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:read');
    perform app.write_record(actor, 'needs.read', app.about_session($2), '{}');
    return query select n.need, n.sign_ups, n.notes from api.needs($2) n;
end
$$;
grant execute on function api.session_needs to socialday_web;
