CREATE FUNCTION job_search_owner(user_id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '@' || replace(user_id::text, '-', '')
$$;
CREATE OR REPLACE FUNCTION job_search_field(value text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  t text := job_search_words(value);
BEGIN
  IF strpos(t, 'js') > 0 THEN
    t := t || ' ' || coalesce((SELECT string_agg(DISTINCT m[1], ' ') FROM regexp_matches(t, '\m([a-z]{2,})js\M', 'g') m), '');
  END IF;
  IF strpos(t, 'dotnet') > 0 THEN t := t || ' dotnet'; END IF;
  IF strpos(t, 'cicd') > 0 THEN t := t || ' ci cd'; END IF;
  RETURN to_tsvector('english', translate(t, '/._@:&|<>\*!()[]{}"#+~-''', '                       '));
END $$;
CREATE OR REPLACE FUNCTION job_document(user_id uuid, title text, company text, description text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN array_to_tsvector(ARRAY[job_search_owner(user_id)])
    || setweight(job_search_field(title), 'A')
    || setweight(job_search_field(company), 'B')
    || setweight(job_search_field(left(description, 60000)), 'C');
END $$;
