-- Exchanges the places that an attendee holds at an overlapping time for places in this session: the old ones are let go
-- only if the new ones are got, and nobody else can take either in between.
--
-- Who asks proves it by a sign-up of the attendee's (held): by its ticket (secret_version), which came to the address by
-- mail and speaks for all that the attendee holds; or by having made it (caller), and then only for what that caller
-- made. Without a name, the new sign-up takes over that of the held one, needs included.
--
-- Locks: the session's edition.
-- Outcomes, in the order in which they are decided: not_found, for a held sign-up that is cancelled or not proved;
--   unknown_session, not_yet_open, closed; already_signed_up, with that sign-up, where the attendee has places here;
--   no_clash, where they hold nothing at an overlapping time; unproved, where somebody else made a sign-up that would
--   have to go; full; switched, with the sign-up and its places. Nothing changes but for switched.
-- Writes: a letter (switched) with the sessions let go of; those promoted for what came free are written to; for
--   unproved, the letter that offers the switch to whoever reads the address's mail (clash, app.write_uninvited).
drop function if exists api.switch_sign_up;
create function api.switch_sign_up(
    held_sign_up bigint, session_id bigint, secret_version integer, caller uuid, places_asked integer, name text,
    language text, needs text, needs_note text,
    out outcome text, out sign_up_id bigint, out places integer
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moment timestamptz;
    held app.sign_up;
    wanted record;
    here app.sign_up;
    leaving app.sign_up[];
    made app.sign_up;
begin
    select * into held from app.hold_sign_up(held_sign_up) u
    where u.status <> 'cancelled' and (u.secret_version = $3 or u.caller = $4 and $3 is null);
    moment := clock_timestamp();
    if held.id is null then
        outcome := 'not_found';
        return;
    end if;

    select * into wanted
    from app.wanted_session($2, moment) w
    where w.edition_id = (select a.edition_id from app.attendee a where a.id = held.attendee_id);
    select * into here from app.sign_up u
    where u.attendee_id = held.attendee_id and u.session_id = $2 and u.status <> 'cancelled';
    leaving := array(
        select u from app.sign_up u
        where u.attendee_id = held.attendee_id and u.session_id <> $2 and u.status = 'confirmed' and (
            select o.starts_at < wanted.ends_at and wanted.starts_at < o.ends_at and o.cancelled_at is null
            from app.session o where o.id = u.session_id)
        order by u.id);
    places := coalesce(places_asked, here.places, held.places);
    outcome := case
        when wanted.id is null then 'unknown_session'
        when wanted.refusal is not null then wanted.refusal
        when here.status = 'confirmed' then 'already_signed_up'
        when leaving = '{}' then 'no_clash'
        when $3 is null and exists (select from unnest(leaving) l where l.caller <> $4) then 'unproved'
        when places > wanted.free then 'full'
        else 'switched'
    end;
    if outcome = 'already_signed_up' then
        sign_up_id := here.id;
        places := here.places;
        return;
    elsif outcome <> 'switched' then
        if outcome = 'unproved' then
            perform app.write_uninvited(
                'clash', held.attendee_id, null, $2, coalesce($7, held.language), moment);
        end if;
        places := null;
        return;
    end if;

    made := held;
    if $6 is not null then
        made.name := $6;
        made.language := $7;
        made.needs := string_to_array($8, ',');
        made.needs_note := $9;
    end if;
    sign_up_id := app.exchange_places(made, leaving, here, $2, places, coalesce($7, held.language), moment);
end
$$;
grant execute on function api.switch_sign_up to socialday_web;
