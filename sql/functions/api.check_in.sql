-- Counts people in and out at doors: one item per place in the arrays, one answer per item, in their order, as if they had
-- come one after another (app.count_at_door). Gives no places: it takes no lock of an edition.
--
-- actor: needs door:work at the sessions' doors (app.may_work_at); a door that is not theirs is not there for them.
-- sign_up_ids: null for people without a ticket, or with one that is none of ours. secret_versions: of the ticket's secret;
--   null where a reference was told. directions: in, out, undo. people: null for all that are left of a sign-up.
-- ats: when it happened by the device's clock; what lies ahead, or more than two days back, becomes now. offline: recorded
--   without network, and told afterwards: that is so, whatever should have been. walk_ins: let in without places.
-- undone_keys: of an undo, the request key of what it takes back. request_hashes: of what was asked, key aside.
-- Locks: the doors of the sessions' editions, shared (app.hold_doors), then the sessions' door_tally, in the order of their
--   ids.
-- Outcomes: unknown_session; those of app.count_at_door.
-- Returns besides: remaining: app.free_at_door; room_left: how many more the room may hold; beyond: how many of those who
--   came are more than the session has places.
-- Raises: 42501 where no door is the actor's; 22023 for arrays of different lengths; 23514 for people or keys that the
--   service should have refused: nothing is done then.
drop function if exists api.check_in;
create function api.check_in(
    actor text, session_ids bigint[], sign_up_ids bigint[], secret_versions integer[], directions text[],
    people integer[], ats timestamptz[], offline boolean[], walk_ins boolean[], undone_keys text[],
    request_keys text[], request_hashes bytea[]
)
returns setof app.door_answer
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
    doors constant bigint[] := array(
        select d from (select distinct d from unnest(session_ids) d) x where app.may_work_at($1, d) order by d);
    moment timestamptz;
    -- By door, what is counted there.
    tallies app.door_tally[];
    tally app.door_tally;
    k integer;
    asked app.door_request;
    door app.door_now;
    counted record;
    answer app.door_answer;
begin
    if array[cardinality(sign_up_ids), cardinality(secret_versions), cardinality(directions), cardinality(people),
            cardinality(ats), cardinality(offline), cardinality(walk_ins), cardinality(undone_keys),
            cardinality(request_keys), cardinality(request_hashes)] <> array_fill(requests, array[10]) then
        raise exception 'arrays of different lengths' using errcode = 'invalid_parameter_value';
    end if;
    if doors = '{}' then
        perform app.require($1, 'door:work', (
            select r.venue_id from app.session s join app.room r on r.id = s.room_id
            where s.id = any (session_ids) limit 1));
    end if;
    perform app.share_doors(doors);
    perform from app.door_tally t where t.session_id = any (doors) order by t.session_id for update;
    moment := clock_timestamp();
    tallies := array(select t from app.door_tally t where t.session_id = any (doors) order by t.session_id);

    for i in 1..requests loop
        k := array_position(doors, session_ids[i]);
        if k is null then
            answer := null;
            answer.outcome := 'unknown_session';
            answer.accepted := false;
            answer.sign_up_id := sign_up_ids[i];
            answer.session_id := session_ids[i];
            return next answer;
            continue;
        end if;
        asked := row(
            session_ids[i], sign_up_ids[i], secret_versions[i], directions[i], people[i], ats[i], offline[i],
            walk_ins[i], undone_keys[i], request_keys[i], request_hashes[i]);
        door := app.door_of(session_ids[i]);
        counted := app.count_at_door($1, doors, door, tallies[k], asked, moment);
        answer := counted.answer;
        tally := counted.sums;
        tallies[k] := tally;
        answer.remaining := app.free_at_door(
            door.capacity, door.confirmed, tally.arrived, tally.walk_ins_inside, door.starts_at, moment);
        answer.room_left := greatest(0, door.room_capacity - tally.inside - tally.walk_ins_inside);
        answer.beyond := greatest(0, tally.arrived + tally.walk_ins_inside - door.capacity);
        return next answer;
    end loop;

    update app.door_tally t
    set arrived = d.arrived, inside = d.inside, walk_ins = d.walk_ins, walk_ins_inside = d.walk_ins_inside,
        flagged = d.flagged
    from unnest(tallies) d
    where t.session_id = d.session_id and t is distinct from d;
end
$$;
grant execute on function api.check_in to socialday_web, socialday_admin;
