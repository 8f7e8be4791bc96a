-- Why a role can't have these venues, by their slugs; null where it can: a venue manager has some, nobody else any.
create or replace function app.venues_problem(role text, venues text[]) returns text
language sql stable as $$
    select case
        when role <> 'venue_manager' and cardinality(venues) > 0 then 'no_venues'
        when role = 'venue_manager' and cardinality(coalesce(venues, '{}')) = 0 then 'venues_needed'
        when exists (
            select from unnest(venues) s where not exists (select from app.venue v where v.slug = s))
            then 'unknown_venue'
    end
$$;
