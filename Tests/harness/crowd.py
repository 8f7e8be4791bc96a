"""Many sign-ups at once, put where the service would have put them."""


def sign_up_many(cluster, people):
    """Signs that many people up, spread over all sessions of the current edition, whatever the capacities: the counters
    agree, and rooms grow where they must."""
    cluster.psql("socialday", f"""
        with made as (
            insert into app.attendee (edition_id, email, created_at)
            select e.id, 'person-' || n || '@example.org', now() from app.edition e, generate_series(1, {people}) n
            where e.is_current
            returning id
        ), numbered as (
            select id, row_number() over (order by id) as n from made
        ), place as (
            select s.id, row_number() over (order by s.id) as n, count(*) over () as count
            from app.session s join app.edition e on e.id = s.edition_id and e.is_current
        )
        insert into app.sign_up (session_id, attendee_id, created_at, queue_number, places, caller, status, route,
            language, name)
        select p.id, a.id, now(), row_number() over (partition by p.id order by a.n), 1, gen_random_uuid(), 'confirmed',
            'form', 'fr', 'Personne ' || a.n
        from numbered a join place p on a.n % p.count = p.n - 1;
        """)
    cluster.psql("socialday", """
        update app.room r set capacity = greatest(r.capacity, (
            select max(n) from (select count(*) as n from app.sign_up u join app.session s on s.id = u.session_id
                where s.room_id = r.id group by s.id) c))
        where exists (select from app.sign_up u join app.session s on s.id = u.session_id where s.room_id = r.id);
        update app.session s set capacity = greatest(s.capacity, (
            select count(*)::integer from app.sign_up u where u.session_id = s.id));
        update app.session_tally t set next_queue_number = 1 + c.n, confirmed = c.n
        from (select session_id, count(*)::integer as n from app.sign_up group by session_id) c
        where c.session_id = t.session_id;
        """)
    cluster.psql("socialday", "analyze app.sign_up; analyze app.attendee; analyze app.session")
