-- Begins a change of the programme (app.change): what the transaction makes, changes or removes from here to app.end_change
-- is part of it. Returns its id.
--
-- Locks: nothing.
create or replace function app.begin_change(actor text, kind text) returns bigint
language plpgsql volatile as $$
declare
    change bigint;
begin
    insert into app.change (kind, actor) values ($2, $1) returning id into change;
    perform set_config('socialday.change', change::text, true);
    return change;
end
$$;
