-- Calls a session off. Its sign-ups stay as they are and count nothing any more; everyone who holds one is written to, and
-- whoever waits at an overlapping time is in play again there (app.promote).
--
-- Locks: the session's edition.
-- Outcomes: cancelled; already_cancelled; unknown_session. told: letters written.
drop function if exists api.cancel_session;
create function api.cancel_session(session_id bigint, out outcome text, out told integer)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moment timestamptz;
    session app.session;
    others bigint[];
begin
    perform app.lock_edition(array(select s.edition_id from app.session s where s.id = $1));
    moment := clock_timestamp();
    told := 0;
    select * into session from app.session s where s.id = $1;
    outcome := case
        when session.id is null then 'unknown_session'
        when session.cancelled_at is not null then 'already_cancelled'
        else 'cancelled'
    end;
    if outcome <> 'cancelled' then
        return;
    end if;

    others := app.waited_for_beside($1);
    update app.session s set cancelled_at = moment, calendar_sequence = s.calendar_sequence + 1 where s.id = $1;
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    select u.attendee_id, u.id, u.session_id, moment, moment, 'session_cancelled', u.language
    from app.sign_up u
    where u.session_id = $1 and u.status <> 'cancelled'
    order by u.queue_number;
    get diagnostics told = row_count;
    perform app.promote(others, moment);
end
$$;
grant execute on function api.cancel_session to socialday_admin;
