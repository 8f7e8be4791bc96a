-- The work of api.import_sessions, which undoes it where it was only to be seen.
--
-- Locks: the edition; the caller holds the programme's lock.
create or replace function app.take_sessions(given app.session_line[], time_zone text, publish boolean) returns jsonb
language plpgsql volatile as $$
declare
    longest_edition constant integer := 14;
    moment timestamptz;
    edition app.edition;
    effect jsonb := '{}';
    first_day date;
    last_day date;
    latest bigint;
    befores app.session[];
    wishes app.session[];
    report jsonb;
begin
    if not exists (select from app.edition e where e.is_current) then
        select min(d), max(d) into first_day, last_day
        from (select (l.starts_at at time zone $2)::date as d from unnest(given) l) x;
        if last_day - first_day >= longest_edition then
            return jsonb_build_object('problems', jsonb_build_array(jsonb_build_object(
                'line', given[1].line, 'code', 'too_many_days', 'detail', (last_day - first_day + 1)::text)));
        end if;
        if first_day is not null then
            perform api.create_edition(first_day, last_day, $2, null, null);
        end if;
    end if;
    select * into edition from app.edition e where e.is_current;
    perform app.lock_edition(array[edition.id]);
    moment := clock_timestamp();
    latest := (select coalesce(max(o.id), 0) from app.outbox o);

    effect := (
        select jsonb_build_object('problems', jsonb_agg(jsonb_build_object(
            'line', p.line, 'code', p.code, 'detail', p.detail)))
        from app.session_problems(given, edition) p
        having count(*) > 0);
    if effect is not null then
        return effect;
    end if;

    effect := jsonb_build_object('hosts', (
        select coalesce(jsonb_agg(jsonb_build_object('name', l.host, 'was', h.legal_form, 'becomes', l.host_legal_form)
            order by l.host), '[]')
        from (select distinct on (x.host) x.* from unnest(given) x order by x.host, x.line) l
        left join app.host h on h.name = l.host
        where h.legal_form is distinct from l.host_legal_form));
    insert into app.host as h (name, legal_form)
    select distinct on (l.host) l.host, l.host_legal_form from unnest(given) l order by l.host, l.line
    on conflict on constraint host_name do update set legal_form = excluded.legal_form
    where h.legal_form <> excluded.legal_form;

    with made as (
        insert into app.room as r (venue_id, name, capacity)
        select v.id, l.room, max(l.capacity)
        from unnest(given) l
        join app.venue v on v.slug = l.venue
        group by v.id, l.room
        on conflict on constraint room_name do nothing
        returning r.venue_id, r.name, r.capacity
    )
    select effect || jsonb_build_object('rooms', coalesce(jsonb_agg(
        jsonb_build_object('venue', v.slug, 'venue_name', v.name, 'room', m.name, 'capacity', m.capacity)
        order by v.slug, m.name), '[]'))
    into effect
    from made m
    join app.venue v on v.id = m.venue_id;

    befores := array(
        select s from app.session s join unnest(given) l on l.slug = s.slug
        where s.edition_id = edition.id order by l.line);
    wishes := array(
        select jsonb_populate_record(b, to_jsonb(l) || jsonb_build_object('room_id', r.id, 'host_id', h.id))
        from unnest(befores) b
        join unnest(given) l on l.slug = b.slug
        join app.venue v on v.slug = l.venue
        join app.room r on r.venue_id = v.id and r.name = l.room
        join app.host h on h.name = l.host);
    report := app.change_sessions(befores, wishes, moment);
    insert into app.session (
        edition_id, room_id, room_capacity, host_id, slug, title_fr, title_en, summary_fr, summary_en, format, theme,
        starts_at, ends_at, capacity, language, sign_language, waiting_list, audience, published_at)
    select edition.id, r.id, r.capacity, h.id, l.slug, l.title_fr, l.title_en, l.summary_fr, l.summary_en, l.format,
        l.theme, l.starts_at, l.ends_at, l.capacity, l.language, l.sign_language, l.waiting_list, l.audience,
        case when publish then moment end
    from unnest(given) l
    join app.venue v on v.slug = l.venue
    join app.room r on r.venue_id = v.id and r.name = l.room
    join app.host h on h.name = l.host
    where not exists (select from unnest(befores) b where b.slug = l.slug)
    order by l.line;

    return effect || report || jsonb_build_object(
        'created', (
            select coalesce(jsonb_agg(jsonb_build_object('slug', l.slug, 'line', l.line) order by l.line), '[]')
            from unnest(given) l
            where not exists (select from unnest(befores) b where b.slug = l.slug)),
        'updated', (
            select coalesce(jsonb_agg(x.u || jsonb_build_object('line', l.line) order by x.i), '[]')
            from jsonb_array_elements(report -> 'updated') with ordinality x (u, i)
            join unnest(given) l on l.slug = x.u ->> 'slug'),
        'letters', app.letters_written(latest, edition.id));
end
$$;
