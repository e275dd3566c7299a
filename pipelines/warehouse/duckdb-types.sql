-- What texts of kt-format's CSV are in DuckDB's types. Null where a type can't hold the value.

-- A time of RFC 3339 as an instant, cut to microseconds, never rounded into the next second.
-- 23:59:60 UTC is the next day's start, as it is for the tools.
CREATE OR REPLACE TEMP MACRO kt_instant(t) AS TRY_CAST(
  regexp_replace(replace(upper(t), ':60', ':59'), '([.][0-9]{6})[0-9]+', '\1') AS TIMESTAMPTZ);
CREATE OR REPLACE TEMP MACRO kt_time(t) AS CASE
  WHEN NOT regexp_full_match(t, '[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)([.][0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?')
    OR t LIKE '0000%' THEN NULL
  WHEN NOT regexp_matches(t, ':[0-9]{2}:60') THEN kt_instant(t)
  WHEN epoch(date_trunc('second', kt_instant(t)))::BIGINT % 86400 IN (86399, -1)
    THEN date_trunc('second', kt_instant(t)) + INTERVAL 1 SECOND END;

-- A number as an exact decimal of 20 digits and 18 behind the point.
CREATE OR REPLACE TEMP MACRO kt_number(t) AS CASE
  WHEN regexp_full_match(t, '-?[0-9]+([.][0-9]{1,18}0*)?([eE][+-]?[0-9]{1,3})?')
    AND length(rtrim(regexp_extract(t, '[.]([0-9]+)', 1), '0'))
      - coalesce(TRY_CAST(regexp_extract(t, '[eE][+]?(-?[0-9]+)$', 1) AS INTEGER), 0) <= 18
  THEN TRY_CAST(t AS DECIMAL(38, 18)) END;

-- A list, which CSV joins by ';': '\;' inside of an element, '\e' an empty one, nothing null.
CREATE OR REPLACE TEMP MACRO kt_list(t) AS CASE
  WHEN t = '' THEN []::VARCHAR[]
  WHEN t = '\' THEN [NULL::VARCHAR]
  ELSE [CASE e WHEN '' THEN NULL WHEN '\e' THEN '' ELSE regexp_replace(e, '\\([\s\S])', '\1', 'g') END
    FOR e IN regexp_extract_all(t || ';', '((?:[^;\\]|\\[\s\S])*);', 1)] END;
