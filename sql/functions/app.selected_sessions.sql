-- The sessions of the current edition that a selection means: those that fit each list that is not empty. All of them where
-- all lists are. Only those that have people or could have some: a draft, or a session called off that nobody signed up for,
-- is none to write about.
--
-- slugs, themes: of sessions. venues: slugs.
create or replace function app.selected_sessions(slugs text[], themes text[], venues text[]) returns bigint[]
language sql stable as $$
    select array(
        select s.id
        from app.session s
        join app.room r on r.id = s.room_id
        join app.venue v on v.id = r.venue_id
        join app.session_tally t on t.session_id = s.id
        where s.edition_id = app.current_edition()
            and ($1 = '{}' or s.slug = any ($1)) and ($2 = '{}' or s.theme = any ($2))
            and ($3 = '{}' or v.slug = any ($3))
            and (s.published_at is not null and s.cancelled_at is null or t.confirmed > 0 or t.waiting > 0)
        order by s.starts_at, s.id)
$$;
