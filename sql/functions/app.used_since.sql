-- What a change made and others use by now: people signed up, doors, sessions of other changes. It can't be taken away then.
--
-- Locks: nothing; the caller holds the programme's lock and that of the editions concerned.
-- Returns an array of objects with kind and name (app.part_name).
create or replace function app.used_since(change_id bigint) returns jsonb
language sql stable as $$
    with made as (
        select p.kind, p.object_id from app.change_part p
        where p.change_id = $1 and p.was is null and p.version is not null
    ),
    -- Those that it made go with it, those that it changed are somewhere else then.
    touched as (select p.object_id from app.change_part p where p.change_id = $1 and p.kind = 'session')
    select coalesce(jsonb_agg(
        jsonb_build_object('kind', m.kind, 'name', app.part_name(m.kind, app.part_row(m.kind, m.object_id)))
        order by m.kind, m.object_id), '[]')
    from made m
    where case m.kind
        when 'session' then
            exists (select from app.sign_up u where u.session_id = m.object_id)
            or exists (select from app.notice n where n.session_id = m.object_id)
            or exists (
                select from app.door_tally d
                where d.session_id = m.object_id and d.arrived + d.walk_ins + d.flagged > 0)
        when 'room' then
            exists (
                select from app.session s
                where s.room_id = m.object_id and s.id not in (select t.object_id from touched t))
            or exists (select from app.door_link d where d.room_id = m.object_id and d.ended_at is null)
        when 'venue' then
            exists (
                select from app.room r
                where r.venue_id = m.object_id
                    and r.id not in (select x.object_id from made x where x.kind = 'room'))
            or exists (select from app.account_venue a where a.venue_id = m.object_id)
            or exists (select from app.notice n where n.venue_id = m.object_id)
            or exists (select from app.door_link d where d.venue_id = m.object_id and d.ended_at is null)
        when 'host' then
            exists (
                select from app.session s
                where s.host_id = m.object_id and s.id not in (select t.object_id from touched t))
        else false
    end
$$;
