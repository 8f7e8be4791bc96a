-- Forgets the request keys that are older than seven days; returns how many. To be called now and then.
--
-- Locks: nothing. A key that goes while its request is repeated makes that request a new one.
drop function if exists api.forget_request_keys;
create function api.forget_request_keys() returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    forgotten integer;
begin
    delete from app.request_key k where k.created_at < clock_timestamp() - interval '7 days';
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;
grant execute on function api.forget_request_keys to socialday_web, socialday_admin;
