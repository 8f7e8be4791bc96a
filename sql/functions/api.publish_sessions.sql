-- Puts drafts of the current edition into the programme; those that are in it, or off, are left as they are.
--
-- Locks: the edition.
-- Returns an object with published, how many, and change (app.change; null where none was).
-- Raises: 42501 without programme:change.
drop function if exists api.publish_sessions;
create function api.publish_sessions(actor text, slugs text[]) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    draft app.session;
    wished app.session;
    published integer := 0;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_edition(array(select e.id from app.edition e where e.is_current));
    perform app.begin_change(actor, 'publication');
    for draft in
        select s.* from app.session s join app.edition e on e.id = s.edition_id
        where e.is_current and s.slug = any (slugs) and s.published_at is null and s.cancelled_at is null
        order by s.id
    loop
        wished := draft;
        wished.published_at := clock_timestamp();
        perform app.effect_on_session(actor, draft, wished, null, null, null, false, clock_timestamp());
        published := published + 1;
    end loop;
    return jsonb_build_object('published', published, 'change', app.end_change());
end
$$;
grant execute on function api.publish_sessions to socialday_web, socialday_admin;
