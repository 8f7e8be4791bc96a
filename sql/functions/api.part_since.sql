-- What became of a session, venue, room, host or notice since a version of it: an object with was and is (app.part_facts; was is
-- null where it was not there yet, is where it is gone), at (seconds since 1970) and by (the address of an account), of the
-- latest change; null where no such version is known any more.
--
-- kind: session, venue, room, host, notice. version: 0 for before it was made.
-- Locks: nothing. Raises: 42501 without programme:change.
drop function if exists api.part_since;
create function api.part_since(actor text, kind text, object_id bigint, version integer) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    return (
        select jsonb_build_object(
            'was', app.part_facts($2, p.was), 'is', app.part_facts($2, x.is_now),
            'at', extract(epoch from l.made_at),
            'by', (select a.email from app.account a where 'account:' || a.id = l.actor))
        from app.change_part p
        cross join lateral (select app.part_row($2, $3) as is_now) x
        cross join lateral (
            select c.actor, c.made_at from app.change_part o join app.change c on c.id = o.change_id
            where o.kind = $2 and o.object_id = $3 order by o.change_id desc limit 1
        ) l
        where p.kind = $2 and p.object_id = $3 and coalesce((p.was ->> 'version')::integer, 0) = $4
        order by p.change_id desc
        limit 1);
end
$$;
grant execute on function api.part_since to socialday_web, socialday_admin;
