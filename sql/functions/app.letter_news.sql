-- What one letter tells, as it is now; null where it is no longer so: the sign-up belongs to somebody else by now or is in
-- another state, which has a letter of its own, or the session is over.
--
-- An object with kind, created_at, time_zone, attendee; and by kind sign_ups (app.letter_sign_up), session
-- (app.letter_session), answers, others, engagements (app.engagements, to offer something beside them) and previous.
create or replace function app.letter_news(letter app.outbox) returns jsonb
language plpgsql stable
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moment constant timestamptz := clock_timestamp();
    about app.sign_up;
    session app.session;
    edition app.edition;
    news jsonb;
begin
    select e.* into edition
    from app.attendee a join app.edition e on e.id = a.edition_id
    where a.id = letter.attendee_id and a.email is not null;
    if edition.id is null then
        return null;
    end if;
    select * into about from app.sign_up u where u.id = letter.sign_up_id and u.attendee_id = letter.attendee_id;
    select * into session from app.session s where s.id = coalesce(about.session_id, letter.session_id);
    if letter.sign_up_id is not null and about.id is null or session.ends_at <= moment then
        return null;
    end if;

    news := jsonb_build_object(
        'kind', letter.kind, 'created_at', extract(epoch from letter.created_at), 'time_zone', edition.time_zone,
        'attendee', letter.attendee_id,
        'sign_ups', case when about.id is null then '[]' else jsonb_build_array(app.letter_sign_up(about)) end);
    case
        when letter.kind in ('confirmed', 'promoted') then
            return case when about.status = 'confirmed' and session.cancelled_at is null then news end;
        when letter.kind in ('waiting', 'passed_over', 'moved_to_waiting') then
            return case when about.status = 'waiting' and session.cancelled_at is null then news end;
        when letter.kind = 'cancelled' then
            return case when about.status = 'cancelled' then news end;
        when letter.kind in ('changed', 'already_signed_up') then
            return case when about.status <> 'cancelled' and session.cancelled_at is null then news end;
        when letter.kind = 'switched' then
            return case when about.status = 'confirmed' and session.cancelled_at is null then
                news || jsonb_build_object('others', (
                    select coalesce(jsonb_agg(app.letter_sign_up(u) order by u.id), '[]')
                    from app.sign_up u
                    where u.attendee_id = letter.attendee_id and u.status = 'cancelled'
                        and u.cancelled_at <= letter.created_at
                        and u.cancelled_at > letter.created_at - interval '1 minute'
                        and u.session_id in (
                            select l::bigint from jsonb_array_elements_text(letter.details -> 'left') l)))
            end;
        when letter.kind = 'session_cancelled' then
            return case when about.status <> 'cancelled' and session.cancelled_at is not null then
                news || jsonb_build_object('engagements', app.engagements(letter.attendee_id, session.id)) end;
        when letter.kind = 'session_changed' then
            return case when about.status <> 'cancelled' and session.cancelled_at is null then
                app.changed_session_news(news, letter.details, about, session) end;
        when letter.kind = 'clash' then
            return case when session.cancelled_at is null then (
                select news || jsonb_build_object(
                    'session', app.letter_session(session.id),
                    'sign_ups', jsonb_agg(app.letter_sign_up(u) order by u.id))
                from app.overlapping(letter.attendee_id, session) u
                having count(*) > 0) end;
        when letter.kind = 'day' then
            return app.day_news(news, letter);
        when letter.kind in ('reminder', 'tickets') then
            return (
                select news || jsonb_build_object('sign_ups', jsonb_agg(app.letter_sign_up(u) order by s.starts_at, u.id))
                from app.sign_up u
                join app.session s on s.id = u.session_id
                where u.attendee_id = letter.attendee_id and s.cancelled_at is null and s.ends_at > moment
                    and (u.status = 'confirmed' or u.status = 'waiting' and letter.kind = 'tickets')
                having count(*) > 0);
        when letter.kind = 'address_link' then
            return news;
        when letter.kind = 'message' then
            return app.message_news(news, letter);
    end case;
end
$$;
