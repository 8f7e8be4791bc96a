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
    others bigint[];
    ids bigint[];
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
        jsonb_build_object('venue', v.slug, 'room', m.name, 'capacity', m.capacity) order by v.slug, m.name), '[]'))
    into effect
    from made m
    join app.venue v on v.id = m.venue_id;

    befores := array(
        select s from app.session s join unnest(given) l on l.slug = s.slug
        where s.edition_id = edition.id order by l.line);
    others := array(
        select w.o
        from unnest(befores) with ordinality b
        join unnest(given) l on l.slug = b.slug,
            unnest(app.waited_for_beside(b.id)) with ordinality w (o, i)
        where (b.starts_at, b.ends_at) is distinct from (l.starts_at, l.ends_at)
        order by b.ordinality, w.i);

    -- Two sessions may exchange their rooms.
    set constraints app.session_alone_in_room deferred;
    insert into app.session as s (
        edition_id, room_id, room_capacity, host_id, slug, title_fr, title_en, summary_fr, summary_en, format, theme,
        starts_at, ends_at, capacity, language, sign_language, waiting_list, audience, published_at)
    select edition.id, r.id, r.capacity, h.id, l.slug, l.title_fr, l.title_en, l.summary_fr, l.summary_en, l.format,
        l.theme, l.starts_at, l.ends_at, l.capacity, l.language, l.sign_language, l.waiting_list, l.audience,
        case when publish then moment end
    from unnest(given) l
    join app.venue v on v.slug = l.venue
    join app.room r on r.venue_id = v.id and r.name = l.room
    join app.host h on h.name = l.host
    order by l.line
    on conflict on constraint session_slug do update set
        room_id = excluded.room_id, room_capacity = excluded.room_capacity, host_id = excluded.host_id,
        title_fr = excluded.title_fr, title_en = excluded.title_en, summary_fr = excluded.summary_fr,
        summary_en = excluded.summary_en, format = excluded.format, theme = excluded.theme,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, capacity = excluded.capacity,
        language = excluded.language, sign_language = excluded.sign_language, waiting_list = excluded.waiting_list,
        audience = excluded.audience;
    set constraints app.session_alone_in_room immediate;

    effect := effect || app.import_report(given, befores, moment);
    -- A larger session may have places for those who wait, and so may one that is at another time now.
    ids := array(
        select s.id from app.session s join unnest(given) l on l.slug = s.slug
        where s.edition_id = edition.id order by s.id);
    effect := effect || jsonb_build_object('promoted', cardinality(app.promote(ids || others, moment)));
    -- Apart, to see what that has written.
    return effect || jsonb_build_object('letters', app.letters_written(latest, edition.id));
end
$$;
