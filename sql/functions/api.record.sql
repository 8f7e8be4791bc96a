-- The record, latest first: those entries that every filter given lets through, a page of them.
--
-- of_actor, of_object: as they stand there, or null. of_kind: the first word of an action, or null.
-- day: in the zone given, or null. before: entries with a smaller id only, or null.
-- who: an account's address as it is now, a door's venue, a token's name, or null where it is gone.
-- Locks: nothing. Raises: 42501 without record:read.
drop function if exists api.record;
create function api.record(
    actor text, of_actor text, of_kind text, of_object text, day date, zone text, before bigint, most integer)
returns table (id bigint, at timestamptz, by text, who text, action text, object text, what text, details jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    perform app.require($1, 'record:read');
    return query
        select r.id, r.at, r.actor, app.actor_name(r.actor), r.action, r.object,
            case when r.object like 'account:%' then app.actor_name(r.object) end, app.record_details(r.details)
        from app.record r
        where ($2 is null or r.actor = $2) and ($3 is null or r.action like $3 || '.%')
            and ($4 is null or r.object = $4) and ($7 is null or r.id < $7)
            and ($5 is null or r.at >= $5::timestamp at time zone $6 and r.at < ($5 + 1)::timestamp at time zone $6)
        order by r.id desc
        limit $8;
end
$$;
grant execute on function api.record to socialday_web;
