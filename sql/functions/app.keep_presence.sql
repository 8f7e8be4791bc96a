-- Whoever is inside stays inside until they go out, whatever becomes of their sign-up: when it loses its places (cancelled,
-- moved to another session, back on the waiting list) they count as people without places, and when it gets them, as people
-- with. So the sums of who is inside are right whoever changes a sign-up, and an erased person, whose places are let go of
-- first, leaves one person more without a ticket.
--
-- A trigger, since a sign-up's status changes in many functions, and none of them may forget.
-- Locks: the doors of the session's edition (app.hold_doors), then the session's door_tally.
create or replace function app.keep_presence() returns trigger
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    present app.presence;
    sums app.door_tally;
begin
    perform app.hold_doors(new.session_id);
    select * into present from app.presence p where p.sign_up_id = new.id;
    if present.is_walk_in is distinct from (new.status = 'confirmed') then
        return null;
    end if;
    select * into sums from app.door_tally t where t.session_id = new.session_id for update;
    sums := app.tally_with(sums, present.is_walk_in, -present.arrived, -present.inside);
    sums := app.tally_with(sums, not present.is_walk_in, present.arrived, present.inside);
    update app.door_tally t
    set arrived = sums.arrived, inside = sums.inside, walk_ins = sums.walk_ins, walk_ins_inside = sums.walk_ins_inside
    where t.session_id = new.session_id;
    update app.presence p set is_walk_in = not present.is_walk_in where p.sign_up_id = new.id;
    return null;
end
$$;
create or replace trigger sign_up_keeps_presence after update of status on app.sign_up
    for each row when (old.status is distinct from new.status) execute function app.keep_presence();
