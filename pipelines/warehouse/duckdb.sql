-- Loads an export into a table of DuckDB, all of it or nothing. A second run loads nothing more, and
-- checks again that all of it is there.
SET enable_progress_bar = false;
BEGIN;
@TYPES@
CREATE TABLE IF NOT EXISTS @TABLE@ (
  "export" VARCHAR NOT NULL, "line" BIGINT NOT NULL,
  @DECLARED@);

INSERT INTO @TABLE@ ("export", "line",
  @COLUMNS@)
SELECT '@EXPORT@', row_number() OVER (),
  @VALUES@
FROM @ROWS@
WHERE NOT EXISTS (FROM @TABLE@ WHERE "export" = '@EXPORT@');

SELECT CASE WHEN count(*) <> @EVENTS@ OR count(DISTINCT "id") <> @IDS@
    OR @SUMMED@ AND count("cost") = count("cost_text") AND coalesce(max(abs("cost")) < 1e9, true)
      AND sum("cost") FILTER (abs("cost") < 1e9) IS DISTINCT FROM TRY_CAST('@COST@' AS DECIMAL(38, 18))
  THEN error('the table does not hold what the manifest says; nothing was loaded') END
FROM @TABLE@ WHERE "export" = '@EXPORT@';
COMMIT;
