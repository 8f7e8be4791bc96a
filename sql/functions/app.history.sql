-- What staff did to some objects, the latest first, as JSON: at, action, who (the name of the actor, or its kind) and details;
-- looking at them apart, which the record has. At most a hundred.
create or replace function app.history(objects text[]) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'at', extract(epoch from x.at), 'action', x.action,
        'who', coalesce(app.actor_name(x.actor), split_part(x.actor, ':', 1)), 'details', coalesce(x.details, '{}')
    ) order by x.id desc), '[]')
    from (
        select r.*
        from app.record r
        where r.object = any ($1) and r.action <> 'person.read' and (r.object like 'sign_up:%' or r.object like 'attendee:%')
        order by r.id desc
        limit 100
    ) x
$$;
