-- The edition whose programme is shown: one row, or none.
drop view if exists api.current_edition;
create view api.current_edition as
select e.id, e.first_day, e.last_day, e.time_zone, e.opens_at, e.closes_at,
    e.controller_name, e.controller_address, e.officer_address, e.legal_basis, e.legal_basis_note_fr,
    e.legal_basis_note_en, e.retention_months, e.needs_retention_days, e.waiting_retention_months, e.accessibility_status,
    e.accessibility_audited_on, e.accessibility_gaps_fr, e.accessibility_gaps_en, e.accessibility_contact
from app.edition e
where e.is_current;
grant select on api.current_edition to socialday_web, socialday_admin;
