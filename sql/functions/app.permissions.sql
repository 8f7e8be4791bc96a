-- What a role may do, by the names that Registration/Staff/Permission.swift has too. A steward is who holds a door link.
create or replace function app.permissions(role text) returns text[]
language sql immutable as $$
    select case $1
        when 'administrator' then array[
            'programme:change', 'people:read', 'people:change', 'people:export', 'people:write_to', 'counts:read',
            'capacity:change', 'door:work', 'door:open', 'accounts:manage', 'record:read']
        when 'organiser' then array[
            'programme:change', 'people:read', 'people:change', 'people:export', 'people:write_to', 'counts:read',
            'capacity:change', 'door:work', 'door:open', 'record:read']
        when 'venue_manager' then array['counts:read', 'capacity:change', 'door:work', 'door:open']
        when 'steward' then array['counts:read', 'door:work']
        else '{}'
    end
$$;
