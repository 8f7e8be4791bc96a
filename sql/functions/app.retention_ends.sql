-- When the time of an edition's personal data is over: midnight at the start of the first day on which it is not kept any
-- more, in the edition's time zone.
create or replace function app.retention_ends(
    edition app.edition, out needs timestamptz, out without_place timestamptz, out everybody timestamptz
)
language sql stable as $$
    select (edition.last_day + edition.needs_retention_days)::timestamp at time zone edition.time_zone,
        (edition.last_day + make_interval(months => edition.waiting_retention_months)) at time zone edition.time_zone,
        (edition.last_day + make_interval(months => edition.retention_months)) at time zone edition.time_zone
$$;
