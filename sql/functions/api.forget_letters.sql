-- Deletes letters that are older than thirty days and need no more doing; returns how many. To be called now and then.
--
-- Locks: nothing but the rows.
drop function if exists api.forget_letters;
create function api.forget_letters() returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    forgotten integer;
begin
    delete from app.outbox o
    where coalesce(o.sent_at, o.given_up_at, o.dropped_at) < clock_timestamp() - interval '30 days';
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;
grant execute on function api.forget_letters to socialday_web, socialday_admin;
