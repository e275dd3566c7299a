-- Loads an export into a table of Redshift, all of it or nothing. A second run loads nothing more,
-- and checks again that all of it is there. Nothing here was run: read it, then
--
--   aws s3 cp events-redshift.csv.gz @URI@/@EXPORT@/
--   psql -X -v ON_ERROR_STOP=1 -f load-redshift.sql
--
-- A text of more than 65,535 bytes ends the load.
BEGIN;
CREATE TABLE IF NOT EXISTS @TABLE@ (
  "export" VARCHAR(64) NOT NULL,
  @DECLARED@);
LOCK @TABLE@;
CREATE TEMP TABLE kt_staged (
  @STAGED@);
COPY kt_staged FROM '@URI@/@EXPORT@/events-redshift.csv.gz' IAM_ROLE default
  FORMAT CSV GZIP IGNOREHEADER 1 NULL AS '\N' MAXERROR 0;
INSERT INTO @TABLE@ ("export",
  @COLUMNS@)
SELECT '@EXPORT@',
  @VALUES@
FROM kt_staged
WHERE NOT EXISTS (SELECT 1 FROM @TABLE@ WHERE "export" = '@EXPORT@');

-- An error, division by zero, where the table does not hold what the manifest says.
SELECT 1 / CASE WHEN count(*) = @EVENTS@ AND count(DISTINCT "id") = @IDS@
  AND (NOT @SUMMED@ OR count("cost") <> count("cost_text")
    OR coalesce(sum("cost"), 0) = coalesce(TRY_CAST('@COST@' AS DECIMAL(38, 18)), 0))
  THEN 1 ELSE 0 END AS whole
FROM @TABLE@ WHERE "export" = '@EXPORT@';
COMMIT;
