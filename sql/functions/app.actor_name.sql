-- Who an actor of the record is, for people: an account's address, a door's venue, a token's name; null for what is gone.
create or replace function app.actor_name(actor text) returns text
language sql stable as $$
    select case split_part($1, ':', 1)
        when 'account' then (select a.email from app.account a where a.id = split_part($1, ':', 2)::uuid)
        when 'door' then (
            select v.name from app.door_link d join app.venue v on v.id = d.venue_id
            where d.id = split_part($1, ':', 2)::uuid)
        when 'token' then (select t.name from app.api_token t where t.id = split_part($1, ':', 2)::uuid)
    end
$$;
