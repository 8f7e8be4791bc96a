-- Writes the letter that somebody asked for by an address: 'tickets', where it holds live sign-ups, or
-- 'address_link', where anything is kept under it. At most one of a kind an hour, so that a form can't be turned on a
-- person. It answers nothing, so that nobody learns from it which addresses are known.
--
-- The attendee is that of the current edition, or else of the latest.
-- Locks: advisory, (1936487013, hash of the address), whether it is known or not; then the attendee, against being
--   erased meanwhile. Not the edition: no places are touched.
-- Raises: 22023 for another kind.
drop function if exists api.ask_for_letter;
create function api.ask_for_letter(email text, kind text, language text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moment timestamptz;
    attendee bigint;
begin
    if kind not in ('tickets', 'address_link') then
        raise exception 'no letter to ask for' using errcode = 'invalid_parameter_value';
    end if;
    perform pg_advisory_xact_lock(1936487013, hashtext(lower(email)));
    moment := clock_timestamp();
    select a.id into attendee
    from app.attendee a
    join app.edition e on e.id = a.edition_id
    where (lower(a.email) collate "C") = lower($1) and ($2 = 'address_link' or exists (
        select from app.sign_up u where u.attendee_id = a.id and u.status <> 'cancelled'))
    order by e.is_current desc, e.id desc
    limit 1
    for key share of a;
    insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language)
    select attendee, moment, moment, $2, $3
    where attendee is not null and not exists (
        select from app.outbox o
        where o.kind in ('tickets', 'address_link') and o.attendee_id = attendee
            and o.created_at > moment - interval '1 hour' and o.kind = $2);
end
$$;
grant execute on function api.ask_for_letter to socialday_web;
