-- Makes a session of the current edition; or says what keeps it from being made.
--
-- wishes: an object with the columns of app.session, room_id and host_id among them, and published (true or false).
-- Locks: the edition.
-- Returns an object with outcome: created, with id and change (app.change); no_edition; refused, with
--   problems as app.session_refusals has them.
-- Raises: 42501 without programme:change; 23514 or 23502 for values that the table refuses.
drop function if exists api.create_session;
create function api.create_session(actor text, wishes jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    edition bigint;
    wished app.session;
    problems jsonb;
begin
    perform app.require(actor, 'programme:change');
    edition := (select e.id from app.edition e where e.is_current);
    if edition is null then
        return '{"outcome": "no_edition"}';
    end if;
    perform app.lock_edition(array[edition]);
    wished := jsonb_populate_record(null::app.session, wishes);
    wished.edition_id := edition;
    wished.cancelled_at := null;
    problems := app.session_refusals(wished, null);
    if problems <> '[]' then
        return jsonb_build_object('outcome', 'refused', 'problems', problems);
    end if;
    perform app.begin_change(actor, 'session');
    insert into app.session (
        edition_id, room_id, room_capacity, host_id, slug, title_fr, title_en, summary_fr, summary_en, format, theme,
        starts_at, ends_at, capacity, language, sign_language, waiting_list, audience, sign_ups_open_at,
        sign_ups_close_at, published_at)
    select edition, r.id, r.capacity, wished.host_id, wished.slug, wished.title_fr, wished.title_en,
        wished.summary_fr, wished.summary_en, wished.format, wished.theme, wished.starts_at, wished.ends_at,
        wished.capacity, wished.language, wished.sign_language, wished.waiting_list, wished.audience,
        wished.sign_ups_open_at, wished.sign_ups_close_at,
        case when (wishes ->> 'published')::boolean then clock_timestamp() end
    from app.room r where r.id = wished.room_id
    returning id into wished.id;
    perform app.write_record(actor, 'session.created', 'session:' || wished.slug);
    return jsonb_build_object('outcome', 'created', 'id', wished.id, 'change', app.end_change());
end
$$;
grant execute on function api.create_session to socialday_web, socialday_admin;
