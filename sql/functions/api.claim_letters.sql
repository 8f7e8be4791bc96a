-- Takes letters that are due, the longest due first, to be sent by whoever asks: until the lease ends they are nobody
-- else's. The transaction ends with this call, so nothing is held while mails are sent.
--
-- An address, compared as attendees are, gets at most five mails an hour, counted from when they were sent or taken. What
-- comes later waits for the hour to pass and is then gathered into one mail: its letter is returned, and the others point
-- to it. A letter whose attendee is gone is dropped.
--
-- Locks: claiming itself, since two that count the mails of one address at once would let six go; letters that somebody
--   is writing to are skipped.
drop function if exists api.claim_letters;
create function api.claim_letters(most integer, lease interval) returns setof bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    hourly constant integer := 5;
    moment timestamptz;
    letter record;
    addressees bigint[];
    recent timestamptz[];
    held bigint[];
begin
    perform pg_advisory_xact_lock(1936487013, 0);
    moment := clock_timestamp();
    for letter in
        select o.id, o.attendee_id
        from app.outbox o
        where o.next_attempt_at <= moment and o.sent_at is null and o.given_up_at is null and o.dropped_at is null
            and o.gathered_into is null
        order by o.next_attempt_at, o.id
        limit most
        for update skip locked
    loop
        -- By an earlier turn of this loop.
        continue when exists (select from app.outbox o where o.id = letter.id and o.gathered_into is not null);

        addressees := array(
            select other.id
            from app.attendee a
            join app.attendee other on (lower(other.email) collate "C") = lower(a.email)
            where a.id = letter.attendee_id);
        if addressees = '{}' then
            update app.outbox o set dropped_at = moment where o.id = letter.id;
            continue;
        end if;

        recent := array(
            select coalesce(o.sent_at, o.claimed_at) as sent
            from app.outbox o
            where o.attendee_id = any (addressees) and o.claimed_at > moment - interval '2 hours'
                and coalesce(o.sent_at, o.claimed_at) > moment - interval '1 hour' and o.id <> letter.id
                and o.gathered_into is null and o.dropped_at is null
            order by sent desc
            limit hourly);
        if cardinality(recent) = hourly then
            update app.outbox o
            set held_at = coalesce(o.held_at, moment), next_attempt_at = recent[hourly] + interval '1 hour'
            where o.id = letter.id;
            continue;
        end if;

        update app.outbox o
        set claimed_at = moment, attempts = o.attempts + 1, next_attempt_at = moment + lease
        where o.id = letter.id;
        -- Looked for apart, by the index of those held: with all conditions at once, all that is due would be gone through.
        held := array(
            select o.id from app.outbox o where o.attendee_id = any (addressees) and o.held_at is not null);
        if held <> '{}' then
            update app.outbox o set gathered_into = letter.id
            where o.id = any (held) and o.id <> letter.id and o.attempts = 0 and o.sent_at is null
                and o.given_up_at is null and o.dropped_at is null and o.gathered_into is null;
            -- With what was gathered into those before.
            update app.outbox o set gathered_into = letter.id
            where o.gathered_into = any (held) and o.gathered_into <> letter.id and o.sent_at is null
                and exists (select from app.outbox h where h.id = o.gathered_into and h.gathered_into = letter.id);
        end if;
        return next letter.id;
    end loop;
end
$$;
grant execute on function api.claim_letters to socialday_web;
