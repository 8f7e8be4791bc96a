-- Takes the lines of a sessions file into the current edition: known slugs are updated, others made and published,
-- nothing is deleted. An unknown room is made with the capacity of its largest session. Where there is no current
-- edition, the sessions' dates make one, in the time zone given.
--
-- lines: an array of objects with the columns of the file and "line", its number; the types are right already.
-- Locks: the programme (app.lock_programme), then the edition.
-- Returns, by kind: 'problem' (line, code, detail as in app.session_problems; or too_many_days, detail the number),
--   and then the caller rolls back; otherwise 'room_made' (detail the venue's slug and the room), and 'created' or
--   'updated' (detail the session's slug).
drop function if exists api.import_sessions;
create function api.import_sessions(lines jsonb, time_zone text)
returns table (kind text, line integer, code text, detail text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    given app.session_line[] := array(select l from jsonb_populate_recordset(null::app.session_line, lines) l);
    edition app.edition;
    longest_edition constant integer := 14;
    day_count integer;
begin
    perform app.lock_programme();
    if not exists (select from app.edition e where e.is_current) then
        select max(d) - min(d) + 1 into day_count
        from (select (l.starts_at at time zone $2)::date as d from unnest(given) l) x;
        if day_count > longest_edition then
            return query select 'problem', min(l.line), 'too_many_days', day_count::text from unnest(given) l;
            return;
        end if;
        perform api.create_edition(min(d), max(d), $2, null, null)
        from (select (l.starts_at at time zone $2)::date as d from unnest(given) l) x
        having count(*) > 0;
    end if;
    select * into edition from app.edition e where e.is_current;
    perform app.lock_edition(array[edition.id]);

    return query select 'problem', p.line, p.code, p.detail from app.session_problems(given, edition) p;
    if found then
        return;
    end if;

    insert into app.host as h (name, legal_form)
    select distinct on (l.host) l.host, l.host_legal_form from unnest(given) l order by l.host, l.line
    on conflict on constraint host_name do update set legal_form = excluded.legal_form
    where h.legal_form <> excluded.legal_form;

    return query
    with made as (
        insert into app.room as r (venue_id, name, capacity)
        select v.id, l.room, max(l.capacity)
        from unnest(given) l
        join app.venue v on v.slug = l.venue
        group by v.id, l.room
        on conflict on constraint room_name do nothing
        returning r.venue_id, r.name, r.capacity
    )
    select 'room_made', null::integer, null::text, format('%s, %s (%s)', v.slug, m.name, m.capacity)
    from made m
    join app.venue v on v.id = m.venue_id
    order by v.slug, m.name;

    -- Two sessions may exchange their rooms.
    set constraints app.session_alone_in_room deferred;
    return query
    insert into app.session as s (
        edition_id, room_id, room_capacity, host_id, slug, title_fr, title_en, summary_fr, summary_en, format, theme,
        starts_at, ends_at, capacity, language, sign_language, waiting_list, audience, published_at)
    select edition.id, r.id, r.capacity, h.id, l.slug, l.title_fr, l.title_en, l.summary_fr, l.summary_en, l.format,
        l.theme, l.starts_at, l.ends_at, l.capacity, l.language, l.sign_language, l.waiting_list, l.audience,
        clock_timestamp()
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
        audience = excluded.audience
    returning case when s.xmax = 0 then 'created' else 'updated' end, null::integer, null::text, s.slug;
    set constraints app.session_alone_in_room immediate;

    -- A larger session may have places for those who wait.
    perform app.promote(
        array(select s.id from app.session s join unnest(given) l on l.slug = s.slug
            where s.edition_id = edition.id order by s.id),
        clock_timestamp());
end
$$;
grant execute on function api.import_sessions to socialday_admin;
