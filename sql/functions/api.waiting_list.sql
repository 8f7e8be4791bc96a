-- Who waits for a session, in the order in which places go to them, and why each of them waits.
--
-- why: closed, since sign-ups have closed or the session is called off; busy, with the session in which they hold places at
--   an overlapping time; too_many, for a group larger than the places that are free, where some are; full.
-- Permission: people:read. Locks: nothing.
-- Writes: the record: people.listed.
drop function if exists api.waiting_list;
create function api.waiting_list(actor text, session_id bigint)
returns table (
    sign_up_id bigint, attendee_id bigint, name text, places integer, "position" integer, signed_up_at timestamptz,
    why text, busy_slug text, busy_title_fr text, busy_title_en text, passed_over_at timestamptz,
    moved_up_at timestamptz, moved_up_reason text
)
language plpgsql volatile security definer rows 50
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    this app.session;
    wanted record;
begin
    perform app.require(actor, 'people:read');
    perform app.write_record(actor, 'people.listed', app.about_session($2), jsonb_build_object('waiting', true));
    select * into this from app.session s where s.id = $2;
    select * into wanted from app.wanted_session($2, clock_timestamp());
    return query
    select u.id, u.attendee_id, u.name, u.places, (row_number() over (order by u.queue_number))::integer, u.created_at,
        case
            when wanted.refusal = 'closed' then 'closed'
            when busy.slug is not null then 'busy'
            when wanted.free > 0 then 'too_many'
            else 'full'
        end,
        busy.slug, busy.title_fr, busy.title_en, u.passed_over_at, u.moved_up_at, u.moved_up_reason
    from app.sign_up u
    left join lateral (
        select o.slug, o.title_fr, o.title_en
        from app.overlapping(u.attendee_id, this) held
        join app.session o on o.id = held.session_id
        order by o.starts_at
        limit 1
    ) busy on true
    where u.session_id = $2 and u.status = 'waiting'
    order by u.queue_number;
end
$$;
grant execute on function api.waiting_list to socialday_web;
