-- A text as it is looked for: in lower case and without accents, so that `Léa` is found by `lea`.
create or replace function app.folded(text text) returns text
language sql stable as $$
    select lower(app.unaccent('app.unaccent'::regdictionary, $1))
$$;
