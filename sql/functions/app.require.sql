-- Goes on only where the actor may (app.may). Every function of the staff calls it before anything else.
--
-- Raises: 42501 (constraint staff_permission).
create or replace function app.require(actor text, permission text, venue_id bigint default null) returns void
language plpgsql stable as $$
begin
    if app.may(actor, permission, venue_id) is not true then
        raise exception 'the actor may not do this'
            using errcode = 'insufficient_privilege', constraint = 'staff_permission';
    end if;
end
$$;
