-- Has all doors of a session's edition alone until the transaction ends: what the doors counted stands, and nobody counts
-- meanwhile. Without it somebody could be let in on places that are being let go of, and neither would know of the other.
--
-- Locks: advisory, (1936487016, edition), after the edition's own (app.lock_edition) and before any door_tally. Doors share it
--   (app.share_doors) and take no other lock but their door_tally after it, so that nobody waits in a circle.
create or replace function app.hold_doors(session_id bigint) returns void
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    perform pg_advisory_xact_lock(
        1936487016, (select s.edition_id from app.session s where s.id = $1)::integer);
end
$$;
