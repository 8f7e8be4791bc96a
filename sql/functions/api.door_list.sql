-- Who is expected at a session's door: names of those who hold places, wait, or are inside although they cancelled; and that a
-- ticket was cancelled. No addresses; of their needs, only the kinds.
--
-- actor: needs door:work at the session's door (app.may_work_at). purpose: what the record says, as 'door.list_read' or
--   'door.sheet_printed'; null where somebody who has read the list only wants to have it current.
-- Locks: nothing.
-- Raises: 42501.
drop function if exists api.door_list;
create function api.door_list(actor text, session_id bigint, purpose text)
returns table (
    sign_up_id bigint, secret_version integer, name text, places integer, status text, "position" integer,
    inside integer, arrived integer, is_walk_in boolean, last_in_at timestamptz, needs text[]
)
language plpgsql volatile security definer rows 100
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    if not app.may_work_at($1, $2) then
        -- An administrator without doors is refused by its permission; others by the door.
        perform app.require($1, 'door:work');
        raise exception 'the actor may not work at this door'
            using errcode = 'insufficient_privilege', constraint = 'staff_permission';
    end if;
    if $3 is not null then
        perform app.write_record(
            $1, $3, 'session:' || (select s.slug from app.session s where s.id = $2));
    end if;
    return query
    select u.id, u.secret_version, case when u.status <> 'cancelled' or p.inside > 0 then u.name end, u.places, u.status,
        case when u.status = 'waiting' then
            (row_number() over (partition by u.status order by u.queue_number))::integer end,
        coalesce(p.inside, 0), coalesce(p.arrived, 0), coalesce(p.is_walk_in, false), p.last_in_at,
        case when u.status <> 'cancelled' then u.needs end
    from app.sign_up u
    left join app.presence p on p.sign_up_id = u.id
    where u.session_id = $2
    order by u.status, case when u.status = 'waiting' then u.queue_number end,
        u.name collate "und-x-icu", u.queue_number;
end
$$;
grant execute on function api.door_list to socialday_web, socialday_admin;
