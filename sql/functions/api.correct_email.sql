-- Corrects a mistyped address, by whoever signed up, within an hour: the sign-up goes to the attendee of the
-- right address with its queue number, its secrets die (secret_version) and a new letter is written. Letters
-- still waiting to go to the wrong address have lost their holder (see app.outbox).
--
-- Locks: the session's edition.
-- Outcomes: corrected, with the places and, for one who still waits, the position; not_found, also where another
--   caller made it or it was cancelled; too_late; already_signed_up or clash where the right address holds this
--   session, or places at an overlapping time: nothing changes then, and that address is written to
--   (app.write_uninvited).
-- Raises: 22004 without an address.
drop function if exists api.correct_email;
create function api.correct_email(
    sign_up_id bigint, caller uuid, email text, out outcome text, out places integer, out "position" integer
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    session app.session;
    moment timestamptz;
    wrong app.attendee;
    right_attendee bigint;
    other_sign_up bigint;
begin
    if email is null then
        raise exception 'a correction without an address' using errcode = 'null_value_not_allowed';
    end if;
    select * into held from app.hold_sign_up($1) u where u.caller = $2 and u.status <> 'cancelled';
    moment := clock_timestamp();
    outcome := case
        when held.id is null then 'not_found'
        when moment > held.created_at + interval '1 hour' then 'too_late'
        else 'corrected'
    end;
    if outcome <> 'corrected' then
        return;
    end if;
    select * into session from app.session s where s.id = held.session_id;
    select * into wrong from app.attendee a where a.id = held.attendee_id;
    right_attendee := (
        select a.id from app.attendee a
        where (lower(a.email) collate "C") = lower($3) and a.edition_id = session.edition_id);

    if right_attendee is null then
        insert into app.attendee (edition_id, email, created_at) values (session.edition_id, $3, moment)
        returning id into right_attendee;
    elsif right_attendee = wrong.id then
        update app.attendee a set email = $3 where a.id = wrong.id;
    else
        other_sign_up := (
            select u.id from app.sign_up u
            where u.attendee_id = right_attendee and u.session_id = session.id and u.status <> 'cancelled');
        if other_sign_up is not null then
            perform app.write_uninvited(
                'already_signed_up', right_attendee, other_sign_up, session.id, held.language, moment);
            outcome := 'already_signed_up';
            return;
        end if;
        if app.is_busy(right_attendee, session.id, session.starts_at, session.ends_at) then
            perform app.write_uninvited('clash', right_attendee, null, session.id, held.language, moment);
            outcome := 'clash';
            return;
        end if;
    end if;

    update app.sign_up u
    set attendee_id = right_attendee, secret_version = u.secret_version + 1,
        -- Somebody else has not been told yet.
        passed_over_at = case when right_attendee = wrong.id then u.passed_over_at end
    where u.id = held.id;
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    values (right_attendee, held.id, session.id, moment, moment, held.status, held.language);
    if right_attendee <> wrong.id then
        -- One who waits may have been passed over for what the wrong address holds; and what the wrong address
        -- waits for, it may get now.
        perform app.promote(
            case when held.status = 'waiting' then array[session.id]
                else app.brought_back(wrong.id, session.id) end, moment);
        if not exists (select from app.sign_up u where u.attendee_id = wrong.id) then
            -- What is known of the person stays known.
            update app.attendee a set telephone = coalesce(a.telephone, wrong.telephone) where a.id = right_attendee;
            update app.note n set attendee_id = right_attendee where n.attendee_id = wrong.id;
            delete from app.attendee a where a.id = wrong.id;
        end if;
    end if;
    -- Who waited may have been promoted by now.
    select u.places, case when u.status = 'waiting' then app.queue_position(u.session_id, u.queue_number) end
    into places, position
    from app.sign_up u where u.id = held.id;
end
$$;
grant execute on function api.correct_email to socialday_web;
