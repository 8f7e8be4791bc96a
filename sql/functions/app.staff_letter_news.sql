-- What a letter to staff tells, as an object, by its kind; null where it has nothing to tell any more.
--
-- invitation, reset: link, role, venues (their names), expires_at and time_zone. message_test, host_doors: as
-- app.message_test_news and app.host_doors_news give them. Other kinds: their details, as they are.
create or replace function app.staff_letter_news(letter app.staff_letter) returns jsonb
language sql stable as $$
    select case
        when letter.kind in ('invitation', 'reset') then (
            select jsonb_build_object(
                'link', k.id, 'role', a.role, 'expires_at', extract(epoch from k.expires_at),
                'time_zone', coalesce((select e.time_zone from app.edition e where e.is_current), 'Europe/Paris'),
                'venues', coalesce((
                    select jsonb_agg(v.name order by v.name)
                    from app.account_venue x join app.venue v on v.id = x.venue_id
                    where x.account_id = a.id), '[]'))
            from app.account_link k
            join app.account a on a.id = k.account_id
            where k.id = (letter.details ->> 'link')::uuid and k.used_at is null
                and k.expires_at > clock_timestamp())
        when letter.kind = 'message_test' then app.message_test_news(letter.details)
        when letter.kind = 'host_doors' then app.host_doors_news(letter.details)
        else letter.details
    end
$$;
