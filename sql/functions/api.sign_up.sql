-- Signs people up: one request per place in the arrays, one answer per request, in their order.
--
-- Locks: the editions of the sessions asked for (app.lock_edition), before anything else; under it nobody
--   else reads or changes places, so the batch answers as if its requests had come one after another.
-- Outcomes, in the order in which they are decided:
--   unknown_session         no such session, or not published
--   (the first answer)      this caller's request key was used for this session with the same body; only
--                           secret_version is today's
--   key_reused              it was used with another body
--   not_yet_open, closed    by the database's clock, read under the lock; a cancelled session is closed
--   already_signed_up       the address holds a live sign-up here; own says whether this caller made it, and
--                           only then places, position and secret_version tell of it
--   full                    the group is larger than the session, or finds no room where nobody may wait; also told to
--                           a form about somebody else's sign-up, since an address that is not here is told so too.
--                           A token may know who is here, and hears already_signed_up
--   clash                   the address holds places in another session of the edition at an overlapping time;
--                           own says whether this caller got them
--   confirmed               the group fits. Nobody waiting could have taken these places: whatever frees
--                           places promotes at once (app.promote), so those who still wait are too many or busy
--   waiting                 position: live sign-ups ahead, plus one
-- Writes: attendee, sign_up, request_key, outbox, session_tally. A letter for confirmed and waiting, and for
--   already_signed_up and clash where the visitor of a form may be somebody else (app.write_uninvited).
-- Raises: 22023 for arrays of different lengths, 22004 for a request without an address; 23514 (sign_up_places,
--   sign_up_name…) for a request that the service should have refused: nothing is done then, and the requests can
--   be tried one by one.
drop function if exists api.sign_up;
create function api.sign_up(
    session_ids bigint[], callers uuid[], routes text[], request_keys text[], request_hashes bytea[],
    emails text[], names text[], places_asked integer[], languages text[], needs text[], needs_notes text[]
)
returns table (
    outcome text, sign_up_id bigint, own boolean, places integer, "position" integer, secret_version integer
)
language plpgsql volatile security definer rows 100
set search_path = pg_catalog, pg_temp
-- Plans are made once, perhaps on empty tables and never on fresh statistics, and serve when the tables are
-- full. So nothing is left to estimates: every table is reached by index, row by row, in the order written.
set plan_cache_mode = force_generic_plan
set join_collapse_limit = 1
set enable_seqscan = off
set enable_bitmapscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set enable_memoize = off
set jit = off
as $$
declare
    requests constant integer := cardinality(session_ids);
    locked constant bigint[] := array(select distinct s.edition_id from app.session s where s.id = any (session_ids));
    moment timestamptz;
    -- The sessions asked for, by slot: what is known of each under the lock, and what the batch changes.
    slot_ids bigint[];
    slot_editions bigint[];
    slot_starts timestamptz[];
    slot_ends timestamptz[];
    slot_refusals text[];
    slot_capacities integer[];
    slot_lists boolean[];
    slot_free integer[];
    slot_waiting integer[];
    slot_next integer[];
    slot_given integer[];
    slot_queued integer[];
    -- By request: its slot, what the tables say of it, then what this batch made of it.
    slots integer[];
    attendees bigint[];
    verdicts text[];
    newcomers bigint[];
    made_ids bigint[];
    made_numbers integer[];
    made_positions integer[];
    -- Lower-cased, where an address or a key stands in the batch more than once.
    addresses text[];
    repeated boolean := false;
    slot integer;
    verdict text;
    hopeless boolean;
    earlier integer;
    attendee bigint;
begin
    if array[cardinality(callers), cardinality(routes), cardinality(request_keys), cardinality(request_hashes),
            cardinality(emails), cardinality(names), cardinality(places_asked), cardinality(languages),
            cardinality(needs), cardinality(needs_notes)] <> array_fill(requests, array[10]) then
        raise exception 'arrays of different lengths' using errcode = 'invalid_parameter_value';
    end if;
    if array_position(emails, null) is not null then
        raise exception 'a request without an address' using errcode = 'null_value_not_allowed';
    end if;
    perform app.lock_edition(locked);
    moment := clock_timestamp();

    select array_agg(x.id), array_agg(x.edition_id), array_agg(x.starts_at), array_agg(x.ends_at),
        array_agg(x.refusal), array_agg(x.capacity), array_agg(x.waiting_list), array_agg(x.free),
        array_agg(x.waiting), array_agg(x.next_queue_number), array_agg(0), array_agg(0)
    into slot_ids, slot_editions, slot_starts, slot_ends, slot_refusals, slot_capacities, slot_lists, slot_free,
        slot_waiting, slot_next, slot_given, slot_queued
    from (
        select s.id, s.edition_id, s.starts_at, s.ends_at, s.waiting_list, t.capacity,
            t.capacity - t.confirmed as free, t.waiting, t.next_queue_number,
            app.sign_up_refusal(s, e, moment) as refusal
        from app.session s
        join app.session_tally t on t.session_id = s.id
        join app.edition e on e.id = s.edition_id
        where s.id = any (session_ids) and s.edition_id = any (locked) and s.published_at is not null
    ) x;

    -- The subqueries see to it that an attendee's sign-ups are found by attendee, never by session.
    select array_agg(x.slot), array_agg(x.attendee_id), array_agg(x.verdict)
    into slots, attendees, verdicts
    from (
        select r.slot, a.id as attendee_id,
            case
                when r.slot is null then 'unknown_session'
                when k.caller is not null then
                    case when k.request_hash = request_hashes[r.i] then 'asked_before' else 'key_reused' end
                when slot_refusals[r.slot] is not null then slot_refusals[r.slot]
                when a.id is not null then (
                    select
                        case
                            when bool_or(u.session_id = session_ids[r.i]) then 'already_signed_up'
                            when bool_or(u.status = 'confirmed' and (
                                select o.starts_at < slot_ends[r.slot] and slot_starts[r.slot] < o.ends_at
                                    and o.cancelled_at is null
                                from app.session o where o.id = u.session_id)) then 'clash'
                        end
                    from app.sign_up u where u.attendee_id = a.id and u.status <> 'cancelled')
            end as verdict
        from (
            select i, array_position(slot_ids, session_ids[i]) as slot from generate_series(1, requests) i offset 0
        ) r
        left join app.attendee a on (lower(a.email) collate "C") = lower(emails[r.i])
            and a.edition_id = slot_editions[r.slot]
        left join app.request_key k on k.caller = callers[r.i] and k.session_id = session_ids[r.i]
            and k.request_key = request_keys[r.i]
        order by r.i
    ) x;

    if requests > 1 then
        addresses := array(select lower(e) from unnest(emails) with ordinality x (e, i) order by i);
        repeated := (select count(distinct e collate "C") < requests from unnest(addresses) e)
            or (select count(distinct k collate "C") < requests from unnest(request_keys) k);
    end if;

    own := true;
    secret_version := 1;
    for i in 1..requests loop
        verdict := verdicts[i];
        slot := slots[i];

        -- What earlier requests of this batch have made, no table shows yet.
        if repeated and array_position(request_keys, request_keys[i]) < i
            and (verdict is null or verdict in ('already_signed_up', 'clash')) then
            earlier := (
                select min(j) from generate_series(1, i - 1) j
                where request_keys[j] = request_keys[i] and callers[j] = callers[i]
                    and session_ids[j] = session_ids[i] and made_ids[j] is not null);
            if earlier is not null then
                verdict := case when request_hashes[earlier] = request_hashes[i] then 'asked_now' else 'key_reused' end;
            else
                -- A key that found a sign-up was written at once.
                verdict := coalesce((
                    select case when k.request_hash = request_hashes[i] then 'asked_before' else 'key_reused' end
                    from app.request_key k
                    where k.caller = callers[i] and k.session_id = session_ids[i] and k.request_key = request_keys[i]
                ), verdict);
            end if;
        end if;
        if repeated and verdict is null and array_position(addresses, addresses[i]) < i then
            select coalesce(attendees[i], min(coalesce(attendees[j], newcomers[j]))),
                min(j) filter (where session_ids[j] = session_ids[i]),
                case
                    when bool_or(session_ids[j] = session_ids[i]) then 'made_now'
                    when bool_or(made_positions[j] is null and slot_starts[s] < slot_ends[slot]
                        and slot_starts[slot] < slot_ends[s]) then 'clash'
                end
            into attendee, earlier, verdict
            from (select j, slots[j] as s from generate_series(1, i - 1) j) x
            where addresses[j] = addresses[i] and made_ids[j] is not null
                and slot_editions[s] = slot_editions[slot];
            attendees[i] := attendee;
        end if;

        hopeless := places_asked[i] > slot_capacities[slot]
            or places_asked[i] > slot_free[slot] and not slot_lists[slot];
        if hopeless and (verdict is null or verdict = 'clash') then
            verdict := 'full';
        end if;

        if verdict is null then
            sign_up_id := nextval('app.sign_up_id_seq');
            places := places_asked[i];
            if places <= slot_free[slot] then
                outcome := 'confirmed';
                position := null;
                slot_free[slot] := slot_free[slot] - places;
                slot_given[slot] := slot_given[slot] + places;
            else
                outcome := 'waiting';
                slot_queued[slot] := slot_queued[slot] + 1;
                position := slot_waiting[slot] + slot_queued[slot];
                made_positions[i] := position;
            end if;
            made_ids[i] := sign_up_id;
            made_numbers[i] := slot_next[slot];
            slot_next[slot] := slot_next[slot] + 1;
            if attendees[i] is null then
                newcomers[i] := nextval('app.attendee_id_seq');
            end if;
            return next;
            continue;
        end if;

        outcome := verdict;
        sign_up_id := null;
        own := null;
        places := null;
        position := null;
        secret_version := null;
        if verdict = 'asked_before' then
            select k.outcome, k.sign_up_id, k.own, k.places, k.queue_position,
                case when k.own then coalesce(u.secret_version, 1) end
            into outcome, sign_up_id, own, places, position, secret_version
            from app.request_key k
            left join app.sign_up u on u.id = k.sign_up_id
            where k.caller = callers[i] and k.session_id = session_ids[i] and k.request_key = request_keys[i];
        elsif verdict = 'asked_now' then
            outcome := case when made_positions[earlier] is null then 'confirmed' else 'waiting' end;
            sign_up_id := made_ids[earlier];
            own := true;
            places := places_asked[earlier];
            position := made_positions[earlier];
            secret_version := 1;
        elsif verdict in ('already_signed_up', 'made_now') then
            outcome := 'already_signed_up';
            if verdict = 'made_now' then
                sign_up_id := made_ids[earlier];
                own := callers[earlier] = callers[i];
                if own then
                    places := places_asked[earlier];
                    position := made_positions[earlier];
                    secret_version := 1;
                end if;
            else
                select u.id, u.caller = callers[i],
                    case when u.caller = callers[i] then u.places end,
                    case when u.caller = callers[i] and u.status = 'waiting'
                        then app.queue_position(u.session_id, u.queue_number) end,
                    case when u.caller = callers[i] then u.secret_version end
                into sign_up_id, own, places, position, secret_version
                from app.sign_up u
                where u.attendee_id = attendees[i] and u.session_id = session_ids[i]
                    and (case when u.status <> 'cancelled' then true end);
            end if;
            if hopeless and not own and routes[i] = 'form' then
                outcome := 'full';
                sign_up_id := null;
                own := null;
            else
                insert into app.request_key (
                    caller, session_id, sign_up_id, created_at, places, queue_position, own, request_key, outcome,
                    request_hash)
                values (
                    callers[i], session_ids[i], sign_up_id, moment, places, position, own, request_keys[i], outcome,
                    request_hashes[i]);
                if not own and routes[i] = 'form' then
                    perform app.write_uninvited(
                        outcome, attendees[i], sign_up_id, session_ids[i], languages[i], moment);
                end if;
            end if;
        elsif verdict = 'clash' then
            own := exists (
                select from app.sign_up u
                where u.attendee_id = attendees[i] and u.status = 'confirmed' and u.caller = callers[i] and (
                    select o.starts_at < slot_ends[slot] and slot_starts[slot] < o.ends_at and o.cancelled_at is null
                    from app.session o where o.id = u.session_id)
            ) or repeated and exists (
                select from (select j, slots[j] as s from generate_series(1, i - 1) j) x
                where coalesce(attendees[j], newcomers[j]) = attendees[i] and callers[j] = callers[i]
                    and made_ids[j] is not null and made_positions[j] is null
                    and slot_starts[s] < slot_ends[slot] and slot_starts[slot] < slot_ends[s]);
            if not own and routes[i] = 'form' then
                perform app.write_uninvited(outcome, attendees[i], null, session_ids[i], languages[i], moment);
            end if;
        end if;
        return next;
        own := true;
        secret_version := 1;
    end loop;

    insert into app.attendee (id, edition_id, email, created_at)
    select newcomers[i], slot_editions[slots[i]], emails[i], moment
    from generate_subscripts(newcomers, 1) i
    where newcomers[i] is not null;

    insert into app.sign_up (
        id, session_id, attendee_id, created_at, queue_number, places, caller, status, route, language, name, needs,
        needs_note)
    select made_ids[i], session_ids[i], coalesce(attendees[i], newcomers[i]), moment, made_numbers[i], places_asked[i],
        callers[i], case when made_positions[i] is null then 'confirmed' else 'waiting' end, routes[i], languages[i],
        names[i], string_to_array(needs[i], ','), needs_notes[i]
    from generate_subscripts(made_ids, 1) i
    where made_ids[i] is not null;

    insert into app.request_key (
        caller, session_id, sign_up_id, created_at, places, queue_position, own, request_key, outcome, request_hash)
    select callers[i], session_ids[i], made_ids[i], moment, places_asked[i], made_positions[i], true, request_keys[i],
        case when made_positions[i] is null then 'confirmed' else 'waiting' end, request_hashes[i]
    from generate_subscripts(made_ids, 1) i
    where made_ids[i] is not null;

    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    select coalesce(attendees[i], newcomers[i]), made_ids[i], session_ids[i], moment, moment,
        case when made_positions[i] is null then 'confirmed' else 'waiting' end, languages[i]
    from generate_subscripts(made_ids, 1) i
    where made_ids[i] is not null;

    -- Sums, not results: without the lock the table's check would still hold.
    update app.session_tally t
    set confirmed = t.confirmed + slot_given[k], waiting = t.waiting + slot_queued[k], next_queue_number = slot_next[k]
    from generate_subscripts(slot_ids, 1) k
    where t.session_id = slot_ids[k] and slot_next[k] > t.next_queue_number;
end
$$;
grant execute on function api.sign_up to socialday_web;
