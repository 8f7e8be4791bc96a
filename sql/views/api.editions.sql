-- All editions.
drop view if exists api.editions;
create view api.editions as
select e.id, e.first_day, e.last_day, e.time_zone, e.opens_at, e.closes_at,
    e.controller_name, e.controller_address, e.officer_address, e.legal_basis, e.legal_basis_note_fr,
    e.legal_basis_note_en, e.retention_months, e.needs_retention_days, e.waiting_retention_months, e.accessibility_status,
    e.accessibility_audited_on, e.accessibility_gaps_fr, e.accessibility_gaps_en, e.accessibility_contact,
    e.is_current,
    (select count(*) from app.session s where s.edition_id = e.id) as sessions
from app.edition e;
grant select on api.editions to socialday_admin;
