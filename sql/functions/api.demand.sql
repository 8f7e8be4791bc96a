-- How much is asked of the service: a number that grows by one with each sign-up and each ticket shown at a door (and now
-- and then by more than one). Who looks twice knows how many there are a second, and can step back. It locks nothing,
-- reads two rows that are always in memory, and sees what others have not committed yet.
create or replace function api.demand() returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    select s.last_value + c.last_value from app.sign_up_id_seq s, app.check_in_id_seq c
$$;
grant execute on function api.demand to socialday_web, socialday_admin;
