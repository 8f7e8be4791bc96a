-- What those who come to a session need, counted: how many sign-ups with places tell of each kind. The notes are in their
-- words, without their names.
--
-- Permission: people:read. Locks: nothing. Writes: the record: needs.read.
drop function if exists api.session_needs;
create function api.session_needs(actor text, session_id bigint)
returns table (need text, sign_ups integer, notes text[])
language plpgsql volatile security definer rows 5
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:read');
    perform app.write_record(actor, 'needs.read', app.about_session($2), '{}');
    return query
    select n, count(*)::integer,
        array_agg(u.needs_note order by u.queue_number) filter (where n = 'other' and u.needs_note is not null)
    from app.sign_up u, unnest(u.needs) n
    where u.session_id = $2 and u.status = 'confirmed'
    group by n
    order by array_position(array['wheelchair', 'sign_language', 'hearing_loop', 'seat', 'other'], n);
end
$$;
grant execute on function api.session_needs to socialday_web;
