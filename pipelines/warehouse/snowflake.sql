-- Loads an export into a table of Snowflake, all of it or nothing. A second run loads nothing more,
-- and checks again that all of it is there. Nothing here was run: read it, then
--
--   snowsql -o exit_on_error=true -o variable_substitution=true -D folder="$PWD" -f load-snowflake.sql
CREATE TABLE IF NOT EXISTS @TABLE@ (
  export VARCHAR NOT NULL, line NUMBER(38, 0) NOT NULL,
  @DECLARED@);
CREATE OR REPLACE TEMPORARY TABLE kt_staged (
  line NUMBER(38, 0),
  @STAGED@);
PUT 'file://&folder/events.csv.gz' @URI@/@EXPORT@ AUTO_COMPRESS = FALSE SOURCE_COMPRESSION = GZIP;

BEGIN;
-- Empty cells are null and "" is an empty text.
COPY INTO kt_staged FROM (SELECT METADATA$FILE_ROW_NUMBER,
  @PLACES@
  FROM @URI@/@EXPORT@/events.csv.gz)
  FILE_FORMAT = (TYPE = CSV COMPRESSION = GZIP SKIP_HEADER = 1 FIELD_OPTIONALLY_ENCLOSED_BY = '"'
    EMPTY_FIELD_AS_NULL = TRUE NULL_IF = ()) ON_ERROR = ABORT_STATEMENT;
INSERT INTO @TABLE@ (export, line,
  @COLUMNS@)
SELECT '@EXPORT@', line,
  @VALUES@
FROM kt_staged
WHERE NOT EXISTS (SELECT 1 FROM @TABLE@ WHERE export = '@EXPORT@');

-- An error, division by zero, where the table does not hold what the manifest says.
SELECT 1 / IFF(count(*) = @EVENTS@ AND count(DISTINCT id) = @IDS@
  AND (NOT @SUMMED@ OR count(cost) <> count(cost_text)
    OR sum(cost) IS NOT DISTINCT FROM TRY_TO_NUMBER('@COST@', 38, 18)), 1, 0) AS whole
FROM @TABLE@ WHERE export = '@EXPORT@';
COMMIT;
