-- Loads an export into a table of PostgreSQL, all of it or nothing. A second run loads nothing more,
-- and checks again that all of it is there.
--
--   gzip -dc events.csv.gz | sed -f pipelines/warehouse/postgresql.sed \
--     | psql -X -f load-postgresql.sql
\set ON_ERROR_STOP on
\set VERBOSITY terse
SET client_min_messages = warning;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET timezone = 'UTC';
BEGIN;
-- One load at a time.
SELECT pg_advisory_xact_lock(hashtext('kt warehouse-load'));

-- What texts of kt-format's CSV are in PostgreSQL's types. Null where a type can't hold the value.

-- A text, as postgresql.sed lets it through.
CREATE FUNCTION pg_temp.kt_text(t text) RETURNS text LANGUAGE sql AS $$
  SELECT replace(replace(replace(t, E'\x01\x04', ''), E'\x01\x03', '\u0000'), E'\x01\x02', E'\x01')
$$;

-- A time of RFC 3339, cut to microseconds, never rounded into the next second. 23:59:60 UTC is the
-- next day's start, as it is for the tools.
CREATE FUNCTION pg_temp.kt_time(t text) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  found timestamptz;
BEGIN
  IF t !~ '^\d{4}-\d\d-\d\d([Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)([.]\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d))?$' THEN
    RETURN NULL;
  END IF;
  found := regexp_replace(replace(t, ':60', ':59'), '([.]\d{6})\d+', '\1');
  IF t ~ ':\d\d:60' THEN
    found := date_trunc('second', found) + interval '1 second';
    IF found::time <> '00:00' THEN
      RETURN NULL;
    END IF;
  END IF;
  RETURN found;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- A number, exact.
CREATE FUNCTION pg_temp.kt_number(t text) RETURNS numeric LANGUAGE sql AS $$
  SELECT CASE WHEN length(t) < 1000 AND t ~ '^-?\d+([.]\d+)?([eE][+-]?\d{1,3})?$' THEN t::numeric END
$$;

-- A list, which CSV joins by ';': '\;' inside of an element, '\e' an empty one, nothing null.
CREATE FUNCTION pg_temp.kt_list(t text) RETURNS text[] LANGUAGE sql AS $$
  SELECT CASE WHEN t = '' THEN '{}' WHEN t = '\' THEN ARRAY[NULL::text] ELSE (
    SELECT array_agg(CASE part[1] WHEN '' THEN NULL WHEN '\e' THEN ''
      ELSE pg_temp.kt_text(regexp_replace(part[1], '\\(.)', '\1', 'g')) END ORDER BY place)
    FROM regexp_matches(t || ';', '((?:[^;\\]|\\.)*);', 'g') WITH ORDINALITY AS found(part, place)) END
$$;

CREATE TABLE IF NOT EXISTS @TABLE@ (
  "export" text NOT NULL, "line" bigint NOT NULL,
  @DECLARED@,
  PRIMARY KEY ("export", "line"));

CREATE TEMP TABLE kt_staged (
  "line" bigint GENERATED ALWAYS AS IDENTITY,
  @STAGED@) ON COMMIT DROP;
\copy kt_staged (@NAMES@) FROM pstdin WITH (FORMAT csv, HEADER)

INSERT INTO @TABLE@ ("export", "line",
  @COLUMNS@)
SELECT '@EXPORT@', "line",
  @VALUES@
FROM kt_staged
WHERE NOT EXISTS (SELECT FROM @TABLE@ WHERE "export" = '@EXPORT@');

DO $$
BEGIN
  IF (SELECT count(*) <> @EVENTS@ OR count(DISTINCT "id") <> @IDS@
      OR @SUMMED@ AND count("cost") = count("cost_text")
        AND sum("cost") IS DISTINCT FROM nullif('@COST@', 'null')::numeric
    FROM @TABLE@ WHERE "export" = '@EXPORT@')
  THEN
    RAISE 'the table does not hold what the manifest says; nothing was loaded';
  END IF;
END $$;
COMMIT;
