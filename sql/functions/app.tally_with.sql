-- The sums of a door with so many people more, or fewer: with places, or without.
--
-- Which walk-ins left is nobody's to know where they show no ticket. So more of them may be said to have left than are
-- inside, and the sums stop at none.
create or replace function app.tally_with(tally app.door_tally, is_walk_in boolean, arrived integer, inside integer)
returns app.door_tally
language plpgsql immutable as $$
begin
    if is_walk_in then
        tally.walk_ins := greatest(0, tally.walk_ins + $3);
        tally.walk_ins_inside := least(tally.walk_ins, greatest(0, tally.walk_ins_inside + $4));
    else
        tally.arrived := tally.arrived + $3;
        tally.inside := tally.inside + $4;
    end if;
    return tally;
end
$$;
