-- Keeps imports from each other, so that what one has checked still holds when it writes.
--
-- Locks: advisory, (1936487012, 0), before any edition's (app.lock_edition); no edition has the id 0.
create or replace function app.lock_programme() returns void
language sql volatile as $$
    select pg_advisory_xact_lock(1936487012, 0)
$$;
