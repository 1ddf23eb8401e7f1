-- Descriptions and search vectors leave the row for TOAST early, so that walks over jobs read little.
ALTER TABLE "jobs" SET (toast_tuple_target = 256, fillfactor = 90);
--> statement-breakpoint
-- Names the text parser would break (c#, .net, node.js, c++, ci/cd) become plain words, accents and case are folded.
-- Declared immutable: it depends on the unaccent dictionary, which this application never changes.
CREATE FUNCTION job_search_words(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  t text := lower(unaccent(coalesce(value, '')));
BEGIN
  IF strpos(t, '#') > 0 OR strpos(t, '♯') > 0 THEN
    t := regexp_replace(t, '\m([a-z])[#♯]', '\1sharp ', 'g');
  END IF;
  IF strpos(t, '++') > 0 THEN
    t := regexp_replace(t, '\m([a-z])\+\+', '\1plusplus ', 'g');
  END IF;
  IF strpos(t, '.net') > 0 THEN
    t := regexp_replace(t, '\m(asp|ado|vb)\.net\M', '\1dotnet', 'g');
    t := regexp_replace(t, '(^|[^a-z0-9])\.net\M', '\1dotnet', 'g');
  END IF;
  IF strpos(t, 'js') > 0 THEN
    t := regexp_replace(t, '\m([a-z][a-z0-9]*)\.js\M', '\1js', 'g');
    t := regexp_replace(t, '\m(node|next|vue|nuxt|react|nest|express|three|ember|backbone|alpine)[ -]js\M', '\1js', 'g');
  END IF;
  IF strpos(t, 'cd') > 0 THEN
    t := regexp_replace(t, '\mci ?[/&+-] ?cd\M', 'cicd', 'g');
  END IF;
  RETURN t;
END $$;
--> statement-breakpoint
-- The words of one field, plus the parts people also look for: "react" of react.js, "dotnet" of asp.net, "ci" of ci/cd.
CREATE FUNCTION job_search_field(value text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
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
--> statement-breakpoint
-- The lexeme that stands for a person, so that one index lookup stays within one person's jobs.
CREATE FUNCTION job_search_owner(user_id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '@' || replace(user_id::text, '-', '')
$$;
--> statement-breakpoint
CREATE FUNCTION job_document(user_id uuid, title text, company text, description text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN array_to_tsvector(ARRAY[job_search_owner(user_id)])
    || setweight(job_search_field(title), 'A')
    || setweight(job_search_field(company), 'B')
    || setweight(job_search_field(left(description, 60000)), 'C');
END $$;
--> statement-breakpoint
-- What a person typed, as a query: quotes, OR and -word as on the web; `is_prefix` also finds longer forms of the last word.
CREATE FUNCTION job_search_query(value text, is_prefix boolean) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  t text := job_search_words(left(value, 200));
  q tsquery;
  final text;
BEGIN
  t := regexp_replace(t, '-+(?=\s|"?$)', ' ', 'g');
  t := regexp_replace(t, '([^\s"-])[-._@]+(?=[^\s"])', '\1_', 'g');
  t := translate(t, '/.@:&|<>\*!()[]{}#+~''', '                    ');
  q := websearch_to_tsquery('english', t);
  IF NOT is_prefix THEN RETURN q; END IF;
  final := substring(t FROM '([^\s"_-]{2,})\s*$');
  IF final IS NULL OR numnode(websearch_to_tsquery('english', final)) <> 1 THEN RETURN q; END IF;
  RETURN regexp_replace(q::text, '(^|[^!])''([^'']+)''$', '\1( ''\2'' | ''' || final || ''':* )')::tsquery;
END $$;
--> statement-breakpoint
CREATE FUNCTION jobs_set_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := job_document(NEW.user_id, NEW.title, NEW.company_name, NEW.description_text);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER jobs_search_insert BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION jobs_set_search();
--> statement-breakpoint
CREATE TRIGGER jobs_search_update BEFORE UPDATE OF title, company_name, description_text ON jobs FOR EACH ROW
WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.company_name IS DISTINCT FROM NEW.company_name
  OR OLD.description_text IS DISTINCT FROM NEW.description_text)
EXECUTE FUNCTION jobs_set_search();
--> statement-breakpoint
CREATE FUNCTION listed_jobs_from_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO listed_jobs (job_id, user_id, company_id, sort_at, pay, pay_currency, is_closed, workplace, employment_type, seniority, countries)
    VALUES (NEW.id, NEW.user_id, NEW.company_id, NEW.sort_at, coalesce(NEW.salary_annual_max, NEW.salary_annual_min, -1),
      NEW.salary_currency, NEW.closed_at IS NOT NULL, NEW.workplace, NEW.employment_type, NEW.seniority, NEW.countries);
  ELSE
    UPDATE listed_jobs SET company_id = NEW.company_id, sort_at = NEW.sort_at,
      pay = coalesce(NEW.salary_annual_max, NEW.salary_annual_min, -1), pay_currency = NEW.salary_currency,
      is_closed = NEW.closed_at IS NOT NULL, workplace = NEW.workplace, employment_type = NEW.employment_type,
      seniority = NEW.seniority, countries = NEW.countries
    WHERE job_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER jobs_listed_insert AFTER INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION listed_jobs_from_job();
--> statement-breakpoint
CREATE TRIGGER jobs_listed_update AFTER UPDATE ON jobs FOR EACH ROW
WHEN ((OLD.company_id, OLD.sort_at, OLD.salary_annual_max, OLD.salary_annual_min, OLD.salary_currency, OLD.closed_at,
    OLD.workplace, OLD.employment_type, OLD.seniority, OLD.countries)
  IS DISTINCT FROM (NEW.company_id, NEW.sort_at, NEW.salary_annual_max, NEW.salary_annual_min, NEW.salary_currency, NEW.closed_at,
    NEW.workplace, NEW.employment_type, NEW.seniority, NEW.countries))
EXECUTE FUNCTION listed_jobs_from_job();
--> statement-breakpoint
CREATE FUNCTION listed_jobs_from_match() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE listed_jobs SET score = -1, band = NULL, is_eligible = true WHERE job_id = OLD.job_id;
  ELSE
    UPDATE listed_jobs SET score = NEW.score, band = NEW.band, is_eligible = NEW.is_eligible WHERE job_id = NEW.job_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER matches_listed AFTER INSERT OR DELETE ON matches FOR EACH ROW EXECUTE FUNCTION listed_jobs_from_match();
--> statement-breakpoint
CREATE TRIGGER matches_listed_update AFTER UPDATE ON matches FOR EACH ROW
WHEN ((OLD.score, OLD.band, OLD.is_eligible) IS DISTINCT FROM (NEW.score, NEW.band, NEW.is_eligible))
EXECUTE FUNCTION listed_jobs_from_match();
--> statement-breakpoint
CREATE FUNCTION listed_jobs_from_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE listed_jobs SET state = 'inbox' WHERE job_id = OLD.job_id;
  ELSE
    UPDATE listed_jobs SET state = NEW.state WHERE job_id = NEW.job_id AND state <> NEW.state;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER job_states_listed AFTER INSERT OR UPDATE OF state OR DELETE ON job_states FOR EACH ROW
EXECUTE FUNCTION listed_jobs_from_state();
--> statement-breakpoint
CREATE FUNCTION listed_jobs_from_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE listed_jobs SET sources = array_append(sources, NEW.source_id)
    WHERE job_id = NEW.job_id AND NOT (NEW.source_id = ANY (sources));
    RETURN NULL;
  END IF;
  UPDATE listed_jobs l SET sources = coalesce(
    (SELECT array_agg(DISTINCT p.source_id ORDER BY p.source_id) FROM postings p WHERE p.job_id = l.job_id), '{}')
  WHERE l.job_id = OLD.job_id OR (TG_OP = 'UPDATE' AND l.job_id = NEW.job_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER postings_listed AFTER INSERT OR DELETE ON postings FOR EACH ROW EXECUTE FUNCTION listed_jobs_from_posting();
--> statement-breakpoint
CREATE TRIGGER postings_listed_update AFTER UPDATE OF job_id, source_id ON postings FOR EACH ROW
WHEN ((OLD.job_id, OLD.source_id) IS DISTINCT FROM (NEW.job_id, NEW.source_id))
EXECUTE FUNCTION listed_jobs_from_posting();
--> statement-breakpoint
UPDATE jobs SET search = job_document(user_id, title, company_name, description_text);
--> statement-breakpoint
INSERT INTO listed_jobs (job_id, user_id, company_id, score, sort_at, pay, pay_currency, band, is_eligible, state, is_closed,
  workplace, employment_type, seniority, countries, sources)
SELECT j.id, j.user_id, j.company_id, coalesce(m.score, -1), j.sort_at, coalesce(j.salary_annual_max, j.salary_annual_min, -1),
  j.salary_currency, m.band, coalesce(m.is_eligible, true), coalesce(s.state, 'inbox'), j.closed_at IS NOT NULL,
  j.workplace, j.employment_type, j.seniority, j.countries,
  coalesce((SELECT array_agg(DISTINCT p.source_id ORDER BY p.source_id) FROM postings p WHERE p.job_id = j.id), '{}')
FROM jobs j LEFT JOIN matches m ON m.job_id = j.id LEFT JOIN job_states s ON s.job_id = j.id;
