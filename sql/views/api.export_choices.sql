-- The choices of columns that were saved under a name.
drop view if exists api.export_choices;
create view api.export_choices as
select c.id, c.name, c.columns from app.export_choice c;
grant select on api.export_choices to socialday_web, socialday_admin;
