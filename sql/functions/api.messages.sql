-- What was written to people in the current edition, the latest first, and how far it has got: mails that are out, that
-- are still to go, and that did not arrive (given up, or told nothing true any more).
--
-- message_id: one of them; null: all.
-- Permission: people:write_to. Locks: nothing.
drop function if exists api.messages;
create function api.messages(actor text, message_id bigint)
returns table (
    id bigint, written_at timestamptz, sessions integer, session_title_fr text, session_title_en text, statuses text[],
    subject_fr text, text_fr text, subject_en text, text_en text, recipients integer, sent integer, waiting integer,
    failed integer
)
language plpgsql stable security definer rows 20
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:write_to');
    return query
    select m.id, m.written_at, cardinality(m.sessions), s.title_fr, s.title_en, m.statuses, m.subject_fr, m.text_fr,
        m.subject_en, m.text_en, m.recipients, o.sent, o.waiting, o.failed
    from app.message m
    left join app.session s on s.id = m.sessions[1]
    cross join lateral (
        select (count(*) filter (where x.sent_at is not null))::integer as sent,
            (count(*) filter (where x.sent_at is null and x.given_up_at is null and x.dropped_at is null))::integer
                as waiting,
            (count(*) filter (where x.given_up_at is not null or x.dropped_at is not null))::integer as failed
        from app.outbox x
        where x.message_id = m.id
    ) o
    where m.edition_id = app.current_edition() and ($2 is null or m.id = $2)
    order by m.id desc;
end
$$;
grant execute on function api.messages to socialday_web;
