-- Counts one thing that a device recorded or asks, at a door that its actor may work at.
--
-- doors: all of the actor's that are asked about. tally: the door's sums before; sums: after.
-- Locks: nothing; the caller holds the session's door_tally and shares its edition's doors.
-- Outcomes, of which it gets the first that is so:
--   (the first answer)   this actor's request key was used for the same
--   key_reused           it was used for something else
--   undone, nothing_to_undo
--   those of app.door_objection
--   checked_in, checked_out
--   accepted says whether it is recorded: refusals are not, and don't use their key up. What was recorded offline always
--   is; its outcome then says what is wrong with it, and it is flagged.
-- Answers besides: name, only of sign-ups at doors of this actor's; counted: people; excess: of them, those beyond the
--   sign-up's places; inside: of the sign-up or, without one, of all walk-ins; last_in_at: of who is already in, when they
--   came, and own where this actor let them; session_id: which one the ticket is for.
-- Raises: 23514 for people or keys that the service should have refused.
drop function if exists app.count_at_door;
create function app.count_at_door(
    actor text, doors bigint[], door app.door_now, tally app.door_tally, asked app.door_request, moment timestamptz,
    out answer app.door_answer, out sums app.door_tally
)
language plpgsql volatile as $$
declare
    ticket app.door_ticket := app.ticket_at_door(actor, doors, asked.session_id, asked.sign_up_id, asked.secret_version);
    earlier app.check_in;
    undone app.check_in;
    after record;
    objection text;
    happened timestamptz;
    people_now integer;
begin
    sums := tally;
    answer.accepted := false;
    answer.sign_up_id := ticket.sign_up_id;
    answer.session_id := coalesce(ticket.session_id, door.session_id);
    answer.name := ticket.name;
    if ticket.is_ours then
        answer.places := ticket.places;
        answer.needs := ticket.needs;
        answer.inside := coalesce(ticket.inside, 0);
        answer.last_in_at := ticket.last_in_at;
        answer.own := ticket.last_actor = $1;
    end if;

    select * into earlier from app.check_in c where c.actor = $1 and c.request_key = asked.request_key;
    if earlier.id is not null then
        answer.outcome := 'key_reused';
        if earlier.request_hash = asked.request_hash then
            answer.outcome := coalesce(earlier.objection, case earlier.direction
                when 'in' then 'checked_in' when 'out' then 'checked_out' else 'undone' end);
            answer.accepted := true;
            answer.inside := earlier.inside;
            answer.counted := earlier.people;
            answer.excess := earlier.excess;
        end if;
        return;
    end if;

    if asked.direction = 'undo' then
        select * into undone
        from app.check_in c
        where c.actor = $1 and c.request_key = asked.undone_key and c.session_id = door.session_id
            and c.direction <> 'undo' and not exists (select from app.check_in u where u.undoes = c.id);
        if undone.id is null then
            answer.outcome := 'nothing_to_undo';
            return;
        end if;
        ticket := app.ticket_at_door(actor, doors, door.session_id, undone.sign_up_id, null);
        if ticket.is_ours then
            answer.sign_up_id := ticket.sign_up_id;
            answer.name := ticket.name;
            answer.needs := ticket.needs;
            answer.places := ticket.places;
        else
            ticket := null;
        end if;
        people_now := undone.people;
        answer.excess := 0;
        answer.outcome := 'undone';
    else
        people_now := coalesce(asked.people, case
            when ticket.is_ours is not true then 1
            when asked.direction = 'in' then greatest(ticket.places - answer.inside, 1)
            else greatest(answer.inside, 1) end);
        objection := app.door_objection(door, sums, ticket, asked, people_now, moment);
        answer.outcome := coalesce(objection, case asked.direction when 'in' then 'checked_in' else 'checked_out' end);
        if objection is not null and not asked.is_offline then
            return;
        end if;
        answer.excess := case
            when asked.direction = 'in' and ticket.is_ours
                then greatest(0, least(people_now, answer.inside + people_now - ticket.places))
            else 0 end;
    end if;

    happened := case when asked.at > moment or asked.at < moment - interval '2 days' then moment
        else coalesce(asked.at, moment) end;
    if ticket.is_ours then
        after := app.presence_of(
            ticket.sign_up_id, door.session_id, ticket.places, asked.direction, people_now, happened, $1, undone.id);
        answer.inside := after.inside;
        -- Who came in before somebody left is one too many, although nobody is now.
        if asked.is_offline and after.excess > answer.excess then
            answer.excess := after.excess;
            objection := coalesce(objection, 'too_many');
            answer.outcome := objection;
        end if;
        sums := app.tally_with(
            sums, coalesce(ticket.is_walk_in, ticket.status <> 'confirmed'),
            after.arrived - coalesce(ticket.arrived, 0), after.inside - coalesce(ticket.inside, 0));
    else
        sums := app.tally_with(
            sums, true,
            case coalesce(undone.direction || ' undone', asked.direction)
                when 'in' then people_now when 'in undone' then -people_now else 0 end,
            case when coalesce(undone.direction || ' undone', asked.direction) in ('in', 'out undone')
                then people_now else -people_now end);
        answer.inside := sums.walk_ins_inside;
    end if;
    insert into app.check_in (
        session_id, sign_up_id, at, received_at, people, excess, inside, undoes, is_walk_in, is_offline, is_clamped,
        direction, objection, actor, request_key, request_hash)
    values (
        door.session_id, coalesce(undone.sign_up_id, ticket.sign_up_id), happened, moment, people_now, answer.excess,
        answer.inside, undone.id,
        ticket.is_ours is not true or coalesce(ticket.is_walk_in, ticket.status <> 'confirmed'), asked.is_offline,
        coalesce(
            asked.at > moment + interval '1 minute' or asked.at < moment - interval '2 days', false),
        asked.direction, objection, $1, asked.request_key, asked.request_hash)
    on conflict on constraint check_in_request_key do nothing;
    if not found then
        -- Another call of this actor's, at another door, used the key while this one waited.
        sums := tally;
        answer.outcome := 'key_reused';
        return;
    end if;
    answer.accepted := true;
    answer.counted := people_now;
    sums.flagged := sums.flagged + (objection is not null)::integer - (undone.objection is not null)::integer;
    if ticket.is_ours then
        insert into app.presence (
            sign_up_id, session_id, places, inside, arrived, is_walk_in, last_in_at, last_actor)
        values (
            ticket.sign_up_id, door.session_id, ticket.places, after.inside, after.arrived, ticket.status <> 'confirmed',
            after.last_in_at, after.last_actor)
        on conflict on constraint presence_pk do update
        set places = excluded.places, inside = excluded.inside, arrived = excluded.arrived,
            last_in_at = excluded.last_in_at, last_actor = excluded.last_actor;
        -- Of who is already in: when they came. Of who has just come: nothing.
        if objection is null then
            answer.last_in_at := null;
            answer.own := null;
        end if;
    end if;
end
$$;
