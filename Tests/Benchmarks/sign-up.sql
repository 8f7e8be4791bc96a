-- pgbench: one person, one call, one transaction. :first is the first session's number, :sessions how many there are.
\set session :first + random(0, :sessions - 1)
\set who random(1, 9000000000000000000)
select outcome from api.sign_up(
    array[:session]::bigint[], array['00000000-0000-0000-0000-00000000be4c']::uuid[], array['api'],
    array['pgbench-' || :who], array[sha256(:who::text::bytea)], array[:who || '@pgbench.example'],
    array['Ada Lovelace'], array[1], array['en'], array[null]::text[],
    array[null]::text[]);
