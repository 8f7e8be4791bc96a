-- The letters that a change has written, as they would be read now: by kind and, of a session that is moved, by the state of the
-- sign-up and by whether its attendee holds places at an overlapping time.
--
-- latest: the id of the last letter before the change. edition_id: null for letters to those of any edition.
-- Locks: nothing; the caller holds the edition's lock, so that nobody else writes letters of these kinds to its people.
-- Returns an array of objects with kind, status, clashes, count (letters), unreachable (those of them whose attendee has no
--   address) and samples: for each language how many, and the news (app.letter_news) of the first of them. Letters that
--   would tell nothing, since the session is over, are left out.
create or replace function app.letters_written(latest bigint, edition_id bigint) returns jsonb
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    return (
        with letter as (
            select o.id, o.kind, o.language, a.email is null as is_unreachable,
                case when o.kind = 'session_changed' then u.status end as status,
                o.kind = 'session_changed' and (o.details ->> 'renamed')::boolean is not true and u.status = 'confirmed'
                    and app.is_busy(u.attendee_id, s.id, s.starts_at, s.ends_at) as clashes
            from app.outbox o
            join app.attendee a on a.id = o.attendee_id
            join app.sign_up u on u.id = o.sign_up_id
            join app.session s on s.id = u.session_id
            where o.id > latest and ($2 is null or a.edition_id = $2) and o.gathered_into is null
                and s.ends_at > clock_timestamp() and o.kind in (
                    'promoted', 'passed_over', 'moved_to_waiting', 'session_changed', 'session_cancelled')
        ),
        sample as (
            select l.kind, l.status, l.clashes, l.language, count(*) as count,
                count(*) filter (where l.is_unreachable) as unreachable,
                min(l.id) filter (where not l.is_unreachable) as id
            from letter l
            group by l.kind, l.status, l.clashes, l.language
        ),
        pile as (
            select x.kind, x.status, x.clashes, sum(x.count) as count, sum(x.unreachable) as unreachable,
                coalesce(jsonb_agg(
                    jsonb_build_object(
                        'language', x.language, 'count', x.count,
                        'news', (select app.letter_news(o) from app.outbox o where o.id = x.id))
                    order by x.count desc, x.language) filter (where x.id is not null), '[]') as samples
            from sample x
            group by x.kind, x.status, x.clashes
        )
        select coalesce(jsonb_agg(
            jsonb_build_object(
                'kind', p.kind, 'status', p.status, 'clashes', p.clashes, 'count', p.count,
                'unreachable', p.unreachable, 'samples', p.samples)
            order by p.kind, p.clashes desc, p.status), '[]')
        from pile p);
end
$$;
