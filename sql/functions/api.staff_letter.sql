-- What a letter to staff has to tell now: null where it is of no use any more, as a link that was used or whose account is
-- shut out.
--
-- An object with id, language, email, created_at, kind, and news, as app.staff_letter_news gives it. Instants are seconds
-- since 1970. Locks: nothing.
drop function if exists api.staff_letter;
create function api.staff_letter(letter_id bigint) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'id', l.id, 'language', l.language, 'email', coalesce(a.email, l.email),
        'created_at', extract(epoch from l.created_at), 'kind', l.kind, 'news', n.news)
    from app.staff_letter l
    left join app.account a on a.id = l.account_id and a.disabled_at is null,
        app.staff_letter_news(l) n (news)
    where l.id = $1 and (l.account_id is null or a.id is not null) and n.news is not null
$$;
grant execute on function api.staff_letter to socialday_web;
