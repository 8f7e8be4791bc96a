-- What a letter and those gathered into it have to tell now: null where nothing of it is so any more.
--
-- An object with id, language, email, created_at and news, an array as app.letter_news gives each. Instants are seconds
-- since 1970.
-- Locks: nothing.
drop function if exists api.letter;
create function api.letter(letter_id bigint) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    news jsonb;
begin
    news := (
        select jsonb_agg(x.news order by x.id)
        from (
            select o.id, app.letter_news(o) as news
            from app.outbox o
            where o.id = letter_id
            union all
            select o.id, app.letter_news(o)
            from app.outbox o
            where o.gathered_into = letter_id and o.sent_at is null
        ) x
        where x.news is not null);
    return (
        select jsonb_build_object(
            'id', o.id, 'language', o.language, 'email', a.email, 'created_at', extract(epoch from o.created_at),
            'news', news)
        from app.outbox o
        join app.attendee a on a.id = o.attendee_id
        where o.id = letter_id and a.email is not null and news is not null);
end
$$;
grant execute on function api.letter to socialday_web;
