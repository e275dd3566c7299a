#!/usr/bin/env bash
# Loads an export into a table of BigQuery, all of it or nothing. A second run loads nothing more, and
# checks again that all of it is there. Nothing here was run: read it, then run it in this folder.
# BigQuery takes gzip files of up to 4 GB; a load of a number that BIGNUMERIC can't hold fails.
set -Eeuo pipefail
gcloud storage cp events.jsonl.gz '@URI@/@EXPORT@/'
bq load --replace --source_format=NEWLINE_DELIMITED_JSON '@TABLE@_staged' \
  '@URI@/@EXPORT@/events.jsonl.gz' schema.json
bq query --use_legacy_sql=false <<'SQL'
CREATE TEMP FUNCTION instant(t STRING) AS (
  IF(REGEXP_CONTAINS(t, r'^\d{4}-\d\d-\d\d'),
    SAFE_CAST(REGEXP_REPLACE(t, r'([.]\d{6})\d+', r'\1') AS TIMESTAMP), NULL));
CREATE TEMP TABLE loaded AS
SELECT '@EXPORT@' AS export, * REPLACE (instant(timestamp) AS timestamp,
    instant(response_timestamp) AS response_timestamp),
  timestamp AS timestamp_text, response_timestamp AS response_timestamp_text
FROM @TABLE@_staged;
CREATE TABLE IF NOT EXISTS @TABLE@ AS SELECT * FROM loaded WHERE FALSE;
BEGIN TRANSACTION;
INSERT INTO @TABLE@
SELECT * FROM loaded
WHERE NOT EXISTS (SELECT 1 FROM @TABLE@ WHERE export = '@EXPORT@');
ASSERT (
  SELECT count(*) = @EVENTS@ AND count(DISTINCT id) = @IDS@
    AND (NOT @SUMMED@ OR sum(cost) IS NOT DISTINCT FROM SAFE_CAST('@COST@' AS BIGNUMERIC))
  FROM @TABLE@ WHERE export = '@EXPORT@'
) AS 'the table does not hold what the manifest says; nothing was loaded';
COMMIT TRANSACTION;
DROP TABLE @TABLE@_staged;
SQL
