-- How many may be let in without places: all that is neither kept for somebody (app.claims_end) nor taken. Whoever came and
-- went out again keeps their place.
create or replace function app.free_at_door(
    capacity integer, confirmed integer, arrived integer, walk_ins_inside integer, starts_at timestamptz,
    moment timestamptz
)
returns integer
language sql stable as $$
    select greatest(0, capacity - walk_ins_inside
        - case when moment < app.claims_end(starts_at) then greatest(confirmed, arrived) else arrived end)
$$;
