-- A sign-up that is about to be changed, read under its edition's lock; no row where there is none.
--
-- Locks: the session's edition.
create or replace function app.hold_sign_up(sign_up_id bigint) returns setof app.sign_up
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    perform app.lock_edition(array(
        select s.edition_id from app.sign_up u join app.session s on s.id = u.session_id where u.id = $1));
    return query select u.* from app.sign_up u where u.id = $1;
end
$$;
