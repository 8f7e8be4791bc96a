-- What a row of the programme is called, in French and English; null of a notice about the whole edition, and of no row.
create or replace function app.part_name(kind text, part_row jsonb) returns jsonb
language sql stable as $$
    select case
        when $1 = 'session' then jsonb_build_object('fr', $2 ->> 'title_fr', 'en', $2 ->> 'title_en')
        when $1 in ('venue', 'host') then jsonb_build_object('fr', $2 ->> 'name', 'en', $2 ->> 'name')
        when $1 = 'room' then (
            select jsonb_build_object('fr', x.name, 'en', x.name)
            from (
                select coalesce(v.name || ', ', '') || ($2 ->> 'name') as name
                from (select ($2 ->> 'venue_id')::bigint as id) i left join app.venue v on v.id = i.id
            ) x)
        when $2 ->> 'venue_id' is not null then (
            select app.part_name('venue', to_jsonb(v)) from app.venue v where v.id = ($2 ->> 'venue_id')::bigint)
        when $2 ->> 'session_id' is not null then (
            select app.part_name('session', to_jsonb(s)) from app.session s where s.id = ($2 ->> 'session_id')::bigint)
    end
    where $2 is not null
$$;
