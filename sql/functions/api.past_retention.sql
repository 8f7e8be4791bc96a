-- What personal data is there though its time is over, and since when: a row for each edition and kind of which there is
-- any; api.purge deletes it. Kinds as in app.write_purge. Letters are kept for thirty days after they were done with.
--
-- Locks: nothing.
drop function if exists api.past_retention;
create function api.past_retention() returns table (edition_id bigint, kind text, rows integer, since timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select e.id, x.kind, x.rows::integer, x.since
    from app.edition e, app.retention_ends(e) ends,
        lateral (
            select 'needs' as kind, ends.needs as since, count(*) as rows
            from app.sign_up u join app.session s on s.id = u.session_id
            where s.edition_id = e.id and (u.needs is not null or u.needs_note is not null)
                and ends.needs <= statement_timestamp()
            union all
            select case when u.status = 'confirmed' then 'sign_ups' else 'sign_ups_without_place' end,
                case when u.status = 'confirmed' then ends.everybody
                    else least(ends.without_place, ends.everybody) end, count(*)
            from app.sign_up u join app.session s on s.id = u.session_id
            where s.edition_id = e.id
                and case when u.status = 'confirmed' then ends.everybody
                    else least(ends.without_place, ends.everybody) end <= statement_timestamp()
            group by u.status = 'confirmed'
            union all
            select 'attendees', ends.everybody, count(*)
            from app.attendee a
            where a.edition_id = e.id and ends.everybody <= statement_timestamp()
        ) x
    where x.rows > 0
    union all
    select null, 'letters', count(*)::integer, min(coalesce(o.sent_at, o.given_up_at, o.dropped_at)) + interval '30 days'
    from app.outbox o
    where coalesce(o.sent_at, o.given_up_at, o.dropped_at) < statement_timestamp() - interval '30 days'
    having count(*) > 0
    order by 1, 2
$$;
grant execute on function api.past_retention to socialday_web, socialday_admin;
