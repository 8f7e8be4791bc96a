-- What a sign-up's check-ins at a session come to, with one that is about to be added, in the order of the devices' clocks
-- and without those taken back: so it does not matter in which order they came. More people than places don't count, and
-- nobody leaves who is not inside.
--
-- direction: of the one to add; 'undo' where it takes back the row undoes.
-- Locks: nothing; the caller holds the session's door_tally. last_in_at, last_actor: of the last who came in. excess: how
--   many more than before, of all who ever came in, found no place at their time, whoever has left since: it is the one to
--   add that is one too many, although those who came after it were told that there was a place.
drop function if exists app.presence_of;
create function app.presence_of(
    sign_up_id bigint, session_id bigint, places integer, direction text, people integer, at timestamptz, actor text,
    undoes bigint, out inside integer, out arrived integer, out last_in_at timestamptz, out last_actor text,
    out excess integer
)
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    fact record;
    -- Without the one to add.
    inside_before integer := 0;
begin
    inside := 0;
    arrived := 0;
    excess := 0;
    for fact in
        select c.direction, c.people, c.at, c.actor, c.id
        from app.check_in c
        where c.sign_up_id = $1 and c.session_id = $2 and c.direction <> 'undo' and c.id is distinct from $8
            and not exists (select from app.check_in u where u.undoes = c.id)
        union all
        select $4, $5, $6, $7, null where $4 <> 'undo'
        order by at, id nulls last
    loop
        if fact.direction = 'in' then
            if inside < places then
                last_in_at := fact.at;
                last_actor := fact.actor;
            end if;
            excess := excess + greatest(0, inside + fact.people - places);
            inside := least(places, inside + fact.people);
            arrived := greatest(arrived, inside);
        else
            inside := greatest(0, inside - fact.people);
        end if;
        if fact.id is not null and fact.direction = 'in' then
            excess := excess - greatest(0, inside_before + fact.people - places);
            inside_before := least(places, inside_before + fact.people);
        elsif fact.id is not null then
            inside_before := greatest(0, inside_before - fact.people);
        end if;
    end loop;
end
$$;
