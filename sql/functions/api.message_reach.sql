-- Whom a message would reach: how many sessions and people, how many of them read French and English, how many have no
-- address; with the first session as letters tell of it, to show how the message will look.
--
-- Permission: people:write_to. Locks: nothing.
drop function if exists api.message_reach;
create function api.message_reach(
    actor text, slugs text[], themes text[], venues text[], statuses text[],
    out sessions integer, out french integer, out english integer, out without_address integer, out sample jsonb
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    chosen bigint[];
begin
    perform app.require(actor, 'people:write_to');
    chosen := app.selected_sessions($2, $3, $4);
    sessions := cardinality(chosen);
    select count(*) filter (where x.has_address and x.language = 'fr'),
        count(*) filter (where x.has_address and x.language = 'en'), count(*) filter (where not x.has_address)
    into french, english, without_address
    from app.addressees(chosen, $5) x;
    sample := app.letter_session(chosen[1]);
end
$$;
grant execute on function api.message_reach to socialday_web;
