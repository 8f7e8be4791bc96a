-- Notes in the purge record what was deleted; nothing where nothing was.
--
-- kind: needs (sign-ups that told of any), attendees, sign_ups (of those who had places), sign_ups_without_place, letters,
-- request_keys, check_ins, notes. reason: time, request.
-- Locks: nothing.
create or replace function app.write_purge(edition_id bigint, kind text, reason text, rows integer) returns void
language sql volatile as $$
    insert into app.purge (purged_at, edition_id, kind, reason, rows)
    select clock_timestamp(), edition_id, kind, reason, rows
    where rows > 0
$$;
