-- Corrects a person's address or telephone number at the desk, or takes either away. Their sign-ups, queue numbers and
-- places stay as they are; the secrets that went to the address before die, so that whoever reads its mail opens nothing
-- any more, and all tickets go to the new one.
--
-- Permission: people:change. Locks: the person's edition.
-- Outcomes: done, also where nothing differs; not_found; taken, where somebody else of the edition has the address.
-- Writes: the letter 'tickets' to a new address; the record: person.changed, with what changed and not to what.
drop function if exists api.set_contact;
create function api.set_contact(actor text, attendee_id bigint, email text, telephone text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    person app.attendee;
    moment timestamptz;
    is_new boolean;
begin
    perform app.require(actor, 'people:change');
    perform app.lock_edition(array(select a.edition_id from app.attendee a where a.id = $2));
    moment := clock_timestamp();
    select * into person from app.attendee a where a.id = $2;
    if person.id is null then
        return 'not_found';
    end if;
    is_new := lower($3) is distinct from lower(person.email);
    if is_new and exists (
        select from app.attendee a
        where (lower(a.email) collate "C") = lower($3) and a.edition_id = person.edition_id) then
        return 'taken';
    end if;
    update app.attendee a set email = $3, telephone = $4 where a.id = $2;
    if is_new then
        -- A ticket that was printed for somebody without an address stays good.
        update app.sign_up u set secret_version = u.secret_version + 1
        where u.attendee_id = $2 and person.email is not null;
        -- What waits to be sent was meant for the address before.
        update app.outbox o set dropped_at = moment
        where o.attendee_id = $2 and o.sent_at is null and o.given_up_at is null and o.dropped_at is null
            and o.gathered_into is null;
        insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language)
        select $2, moment, moment, 'tickets', u.language
        from app.sign_up u
        where u.attendee_id = $2 and u.status <> 'cancelled' and $3 is not null
        order by u.id desc
        limit 1;
    end if;
    perform app.write_record(
        actor, 'person.changed', 'attendee:' || $2,
        jsonb_build_object('email', is_new, 'telephone', $4 is distinct from person.telephone));
    return 'done';
end
$$;
grant execute on function api.set_contact to socialday_web;
