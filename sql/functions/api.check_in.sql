-- Counts people in and out at doors: one item per place in the arrays, one answer per item, in their order, as if they had
-- come one after another. Gives no places: it takes no lock of an edition.
--
-- actor: needs door:work at the sessions' doors (app.may_work_at); a door that is not theirs is not there for them.
-- sign_up_ids: null for people without a ticket, or with one that is none of ours. secret_versions: of the ticket's secret;
--   null where a reference was told. directions: in, out, undo. people: null for all that are left of a sign-up.
-- ats: when it happened by the device's clock; what lies ahead, or more than two days back, becomes now. offline: recorded
--   without network, and told afterwards: that is so, whatever should have been. walk_ins: let in without places.
-- undone_keys: of an undo, the request key of what it takes back. request_hashes: of what was asked, key aside.
-- Locks: the sessions' door_tally, in the order of their ids.
-- Outcomes, of which an item gets the first that is so:
--   unknown_session
--   (the first answer)   this actor's request key was used for the same
--   key_reused           it was used for something else
--   undone, nothing_to_undo
--   unknown              no such ticket, or its secret was replaced
--   wrong_day, wrong_session   it is for another session; session_id tells which
--   cancelled, session_cancelled
--   waiting              it holds no places, and was not let in as a walk-in
--   already_in           all of its places are inside: last_in_at, and own where this actor let them in
--   too_many             more people than are left of it
--   full                 nothing is free for a walk-in (app.free_at_door), or the room holds no more
--   not_inside           nobody to let out
--   checked_in, checked_out
--   accepted says whether it is recorded: refusals are not, and don't use their key up. What was recorded offline always
--   is; its outcome then says what is wrong with it, and it is flagged.
-- Returns besides: name, only of sign-ups at doors of this actor's; counted: people; excess: of them, those beyond the
--   sign-up's places; inside: of the sign-up or, without one, of all walk-ins; remaining: app.free_at_door.
-- Raises: 42501 where no door is the actor's; 22023 for arrays of different lengths; 23514 for people or keys that the
--   service should have refused: nothing is done then.
drop function if exists api.check_in;
create function api.check_in(
    actor text, session_ids bigint[], sign_up_ids bigint[], secret_versions integer[], directions text[],
    people integer[], ats timestamptz[], offline boolean[], walk_ins boolean[], undone_keys text[],
    request_keys text[], request_hashes bytea[]
)
returns table (
    outcome text, accepted boolean, sign_up_id bigint, name text, places integer, inside integer, counted integer,
    excess integer, last_in_at timestamptz, own boolean, session_id bigint, remaining integer, needs text[]
)
language plpgsql volatile security definer rows 50
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
declare
    requests constant integer := cardinality(session_ids);
    moment timestamptz;
    door record;
    doors bigint[];
    -- By door, what is counted there.
    arrivals integer[];
    present integer[];
    walked integer[];
    walking integer[];
    flags integer[];
    k integer;
    ticket record;
    before app.presence;
    earlier app.check_in;
    undone app.check_in;
    after record;
    after_walk integer[];
    -- Whether the ticket is for this session, so that its own places are counted.
    is_ours boolean;
    objection text;
    told timestamptz;
    happened timestamptz;
    people_now integer;
begin
    if array[cardinality(sign_up_ids), cardinality(secret_versions), cardinality(directions), cardinality(people),
            cardinality(ats), cardinality(offline), cardinality(walk_ins), cardinality(undone_keys),
            cardinality(request_keys), cardinality(request_hashes)] <> array_fill(requests, array[10]) then
        raise exception 'arrays of different lengths' using errcode = 'invalid_parameter_value';
    end if;
    doors := array(select d from (select distinct d from unnest(session_ids) d) x where app.may_work_at($1, d) order by d);
    if doors = '{}' then
        perform app.require($1, 'door:work', (
            select r.venue_id from app.session s join app.room r on r.id = s.room_id
            where s.id = any (session_ids) limit 1));
    end if;
    perform from app.door_tally t where t.session_id = any (doors) order by t.session_id for update;
    moment := clock_timestamp();
    select array_agg(t.arrived order by t.session_id), array_agg(t.inside order by t.session_id),
        array_agg(t.walk_ins order by t.session_id), array_agg(t.walk_ins_inside order by t.session_id),
        array_agg(t.flagged order by t.session_id)
    into arrivals, present, walked, walking, flags
    from app.door_tally t where t.session_id = any (doors);

    for i in 1..requests loop
        accepted := false;
        name := null;
        places := null;
        inside := null;
        counted := null;
        excess := null;
        last_in_at := null;
        own := null;
        remaining := null;
        needs := null;
        undone := null;
        sign_up_id := sign_up_ids[i];
        session_id := session_ids[i];
        k := array_position(doors, session_ids[i]);
        if k is null then
            outcome := 'unknown_session';
            return next;
            continue;
        end if;
        select s.starts_at, (s.starts_at at time zone e.time_zone)::date as day, s.capacity, s.room_capacity,
            s.cancelled_at, t.confirmed
        into door
        from app.session s
        join app.session_tally t on t.session_id = s.id
        join app.edition e on e.id = s.edition_id
        where s.id = session_ids[i];
        remaining := app.free_at_door(
            door.capacity, door.confirmed, arrivals[k], walking[k], door.starts_at, moment);

        -- What is known of the ticket. A door of another venue is told where it belongs, not whose it is.
        select u.id, u.session_id, u.status, u.places, s.cancelled_at,
            (s.starts_at at time zone e.time_zone)::date as day,
            case when u.session_id = any (doors) or app.may_work_at($1, u.session_id) then u.name end as name,
            u.needs
        into ticket
        from app.sign_up u
        join app.session s on s.id = u.session_id
        join app.edition e on e.id = s.edition_id
        where u.id = sign_up_ids[i] and coalesce(u.secret_version = secret_versions[i], true);
        is_ours := coalesce(ticket.session_id = session_ids[i], false);
        sign_up_id := ticket.id;
        name := ticket.name;
        before := null;
        if is_ours then
            select * into before from app.presence p where p.sign_up_id = ticket.id;
            places := ticket.places;
            needs := ticket.needs;
            inside := coalesce(before.inside, 0);
            last_in_at := before.last_in_at;
            own := before.last_actor = $1;
        elsif ticket.id is not null then
            session_id := ticket.session_id;
        end if;

        select * into earlier from app.check_in c where c.actor = $1 and c.request_key = request_keys[i];
        if earlier.id is not null then
            if earlier.request_hash <> request_hashes[i] then
                outcome := 'key_reused';
            else
                outcome := coalesce(earlier.objection, case earlier.direction
                    when 'in' then 'checked_in' when 'out' then 'checked_out' else 'undone' end);
                accepted := true;
                inside := earlier.inside;
                counted := earlier.people;
                excess := earlier.excess;
            end if;
            return next;
            continue;
        end if;

        told := coalesce(ats[i], moment);

        if directions[i] = 'undo' then
            select * into undone
            from app.check_in c
            where c.actor = $1 and c.request_key = undone_keys[i] and c.session_id = session_ids[i]
                and c.direction <> 'undo' and not exists (select from app.check_in u where u.undoes = c.id);
            if undone.id is null then
                outcome := 'nothing_to_undo';
                return next;
                continue;
            end if;
            select u.id, u.session_id, u.status, u.places, u.name, u.needs into ticket
            from app.sign_up u where u.id = undone.sign_up_id;
            is_ours := coalesce(ticket.session_id = session_ids[i], false);
            before := null;
            if is_ours then
                select * into before from app.presence p where p.sign_up_id = ticket.id;
                sign_up_id := ticket.id;
                name := ticket.name;
                needs := ticket.needs;
                places := ticket.places;
            end if;
            people_now := undone.people;
            excess := 0;
            objection := null;
            outcome := 'undone';
        else
            objection := case
                when ticket.id is null and (not walk_ins[i] or sign_up_ids[i] is not null) then 'unknown'
                when not is_ours and ticket.day <> door.day then 'wrong_day'
                when ticket.id is not null and not is_ours then 'wrong_session'
                when ticket.status = 'cancelled' and (directions[i] = 'in' or inside = 0) then 'cancelled'
                when door.cancelled_at is not null and directions[i] = 'in' then 'session_cancelled'
                when ticket.status = 'waiting' and not walk_ins[i] and before.inside is null
                    and directions[i] = 'in' then 'waiting'
            end;
            people_now := coalesce(people[i], case
                when not is_ours then 1
                when directions[i] = 'in' then greatest(places - inside, 1)
                else greatest(inside, 1) end);
            if objection is null then
                objection := case
                    when directions[i] = 'out' then case
                        when coalesce(inside, walking[k]) = 0 then 'not_inside'
                        when people_now > coalesce(inside, walking[k]) then 'too_many' end
                    when inside = places then 'already_in'
                    when inside + people_now > places then 'too_many'
                    when (not is_ours or ticket.status = 'waiting') and before.inside is null
                        and people_now > remaining then 'full'
                    when present[k] + walking[k] + people_now > door.room_capacity then 'full'
                end;
            end if;
            excess := case
                when directions[i] = 'in' and is_ours then greatest(0, least(people_now, inside + people_now - places))
                else 0 end;
            outcome := coalesce(objection, case directions[i] when 'in' then 'checked_in' else 'checked_out' end);
            if objection is not null and not offline[i] then
                excess := null;
                return next;
                continue;
            end if;
        end if;

        happened := case when told > moment or told < moment - interval '2 days' then moment else told end;
        if is_ours then
            after := app.presence_of(
                ticket.id, session_ids[i], ticket.places, directions[i], people_now, happened, $1, undone.id);
            inside := after.inside;
            -- Who came in before somebody left is one too many, although nobody is now.
            if offline[i] and after.excess > excess then
                excess := after.excess;
                objection := coalesce(objection, 'too_many');
                outcome := objection;
            end if;
        else
            after_walk := case coalesce(undone.direction || ' undone', directions[i])
                when 'in' then array[walked[k] + people_now, walking[k] + people_now]
                when 'in undone' then array[walked[k] - people_now, greatest(0, walking[k] - people_now)]
                when 'out undone' then array[walked[k], least(walked[k], walking[k] + people_now)]
                else array[walked[k], greatest(0, walking[k] - people_now)] end;
            inside := after_walk[2];
        end if;
        insert into app.check_in (
            session_id, sign_up_id, at, received_at, people, excess, inside, undoes, is_walk_in, is_offline, is_clamped,
            direction, objection, actor, request_key, request_hash)
        values (
            session_ids[i], coalesce(undone.sign_up_id, ticket.id), happened, moment, people_now, excess, inside,
            undone.id, not is_ours or coalesce(before.is_walk_in, ticket.status <> 'confirmed'), offline[i],
            told > moment + interval '1 minute' or told < moment - interval '2 days', directions[i], objection, $1,
            request_keys[i], request_hashes[i])
        on conflict on constraint check_in_request_key do nothing;
        if not found then
            -- Another call of this actor's, at another door, used the key while this one waited.
            outcome := 'key_reused';
            return next;
            continue;
        end if;
        accepted := true;
        counted := people_now;
        flags[k] := flags[k] + (objection is not null)::integer - (undone.objection is not null)::integer;

        if is_ours then
            insert into app.presence (
                sign_up_id, session_id, places, inside, arrived, is_walk_in, last_in_at, last_actor)
            values (
                ticket.id, session_ids[i], ticket.places, after.inside, after.arrived, ticket.status <> 'confirmed',
                after.last_in_at, after.last_actor)
            on conflict on constraint presence_pk do update
            set places = excluded.places, inside = excluded.inside, arrived = excluded.arrived,
                last_in_at = excluded.last_in_at, last_actor = excluded.last_actor;
            if coalesce(before.is_walk_in, ticket.status <> 'confirmed') then
                walked[k] := walked[k] + after.arrived - coalesce(before.arrived, 0);
                walking[k] := walking[k] + after.inside - coalesce(before.inside, 0);
            else
                arrivals[k] := arrivals[k] + after.arrived - coalesce(before.arrived, 0);
                present[k] := present[k] + after.inside - coalesce(before.inside, 0);
            end if;
            -- Of who is already in: when they came. Of who has just come: nothing.
            if objection is null then
                last_in_at := null;
                own := null;
            end if;
        else
            walked[k] := after_walk[1];
            walking[k] := after_walk[2];
        end if;
        remaining := app.free_at_door(
            door.capacity, door.confirmed, arrivals[k], walking[k], door.starts_at, moment);
        return next;
    end loop;

    update app.door_tally t
    set arrived = arrivals[d.k], inside = present[d.k], walk_ins = walked[d.k],
        walk_ins_inside = walking[d.k], flagged = flags[d.k]
    from unnest(doors) with ordinality d (id, k)
    where t.session_id = d.id
        and (t.arrived, t.inside, t.walk_ins, t.walk_ins_inside, t.flagged) is distinct from
            (arrivals[d.k], present[d.k], walked[d.k], walking[d.k], flags[d.k]);
end
$$;
grant execute on function api.check_in to socialday_web, socialday_admin;
