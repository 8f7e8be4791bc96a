-- A venue's address in one line, to be compared and told.
create or replace function app.full_address(venue app.venue) returns text
language sql immutable as $$
    select venue.address || ', ' || venue.postcode || E'\u00a0' || venue.city
$$;
