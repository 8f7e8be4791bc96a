-- Whether an actor may do something: at a venue, or everywhere where none is given. Whoever is not known may nothing.
--
-- Accounts by their role and, but for what shows numbers only, once their second factor is set up; venue managers and door
-- links at their venues only, tokens by their scopes; `command` is for those who may be socialday_admin.
create or replace function app.may(actor text, permission text, venue_id bigint default null) returns boolean
language plpgsql stable as $$
declare
    kind constant text := split_part(actor, ':', 1);
    subject uuid;
begin
    if actor = 'command' then
        return pg_has_role(
            coalesce(nullif(current_setting('role'), 'none'), session_user::text), 'socialday_admin', 'member');
    end if;
    if actor !~ '^(account|door|token):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        return false;
    end if;
    subject := split_part(actor, ':', 2)::uuid;
    return coalesce(case kind
        when 'account' then (
            select permission = any (app.permissions(a.role))
                and (a.factor_set_at is not null or permission = any (app.permissions_for_numbers()))
                and (a.role <> 'venue_manager' or exists (
                    select from app.account_venue v where v.account_id = a.id and v.venue_id = may.venue_id))
            from app.account a where a.id = subject and a.disabled_at is null)
        when 'door' then (
            select permission = any (app.permissions('steward')) and d.venue_id = may.venue_id
            from app.door_link d where d.id = subject and d.ended_at is null and d.expires_at > clock_timestamp())
        when 'token' then (
            select case permission
                when 'people:read' then 'attendees:read' = any (t.scopes)
                when 'people:export' then 'attendees:read' = any (t.scopes)
                when 'counts:read' then 'capacity:read' = any (t.scopes)
                when 'door:work' then 'check-ins:write' = any (t.scopes)
                else false end
            from app.api_token t where t.id = subject and t.revoked_at is null)
    end, false);
end
$$;
