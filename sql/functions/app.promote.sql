-- Gives free places to those who wait: session by session as listed, in each by queue number.
--
-- Whoever fits is promoted, a group whole or not at all; a smaller one may take what a larger one ahead of it
-- can't use. Whoever holds places at an overlapping time by now is passed over: they keep their number and are
-- told once. Nothing is promoted in a cancelled session, or once sign-ups have closed.
--
-- moved: sign-ups that this very transaction has taken places from (api.set_capacity). Those who fit again
-- get them back, after closing too, and hear nothing of it.
--
-- After it nobody waits who could take a free place, which api.sign_up relies on: so it is to be called
-- wherever places come free, somebody lets go of places at an overlapping time, or sign-ups open again.
--
-- Locks: nothing; the caller holds the edition's lock. Returns the sign-ups promoted.
create or replace function app.promote(session_ids bigint[], moment timestamptz, moved bigint[] default '{}')
returns bigint[]
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    promoted bigint[] := '{}';
    this bigint;
    session record;
    waiter record;
    free integer;
    given integer;
    promoted_here bigint[];
begin
    foreach this in array session_ids loop
        select s.id, s.starts_at, s.ends_at, t.capacity - t.confirmed as free, t.waiting,
            app.sign_up_refusal(s, e, moment) is distinct from 'closed' as is_open
        into session
        from app.session s
        join app.session_tally t on t.session_id = s.id
        join app.edition e on e.id = s.edition_id
        where s.id = this;
        continue when session.id is null or session.free = 0 or session.waiting = 0
            or not session.is_open and moved = '{}';

        free := session.free;
        promoted_here := '{}';
        for waiter in
            select u.id, u.attendee_id, u.places, u.language, u.passed_over_at
            from app.sign_up u
            where u.session_id = this and u.status = 'waiting' and (session.is_open or u.id = any (moved))
            order by u.queue_number
        loop
            exit when free = 0;
            continue when waiter.places > free;
            if app.is_busy(waiter.attendee_id, this, session.starts_at, session.ends_at) then
                if waiter.passed_over_at is null then
                    update app.sign_up u set passed_over_at = moment where u.id = waiter.id;
                    insert into app.outbox (
                        attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
                    values (waiter.attendee_id, waiter.id, this, moment, moment, 'passed_over', waiter.language);
                end if;
                continue;
            end if;
            free := free - waiter.places;
            promoted_here := promoted_here || waiter.id;
            update app.sign_up u set status = 'confirmed' where u.id = waiter.id;
            if waiter.id <> all (moved) then
                insert into app.outbox (
                    attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
                values (waiter.attendee_id, waiter.id, this, moment, moment, 'promoted', waiter.language);
            end if;
        end loop;

        given := session.free - free;
        update app.session_tally t
        set confirmed = t.confirmed + given, waiting = t.waiting - cardinality(promoted_here)
        where t.session_id = this and given > 0;
        promoted := promoted || promoted_here;
    end loop;
    return promoted;
end
$$;
