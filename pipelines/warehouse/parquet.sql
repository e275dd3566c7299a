-- Writes an export as Parquet and reads it again; fails where one cell differs.
SET enable_progress_bar = false;
@TYPES@
CREATE TEMP VIEW typed (
  @COLUMNS@) AS
SELECT
  @VALUES@
FROM @ROWS@;
COPY (SELECT *@DAY@ FROM typed) TO '@MADE@'
  (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480@PARTITION@);
CREATE TEMP VIEW made AS SELECT
  @COLUMNS@
FROM read_parquet('@PATTERN@', hive_partitioning = false);
SELECT CASE WHEN (SELECT count(*) FROM made) <> @EVENTS@
    OR (SELECT sum(hash(made)) FROM made) IS DISTINCT FROM (SELECT sum(hash(typed)) FROM typed)
  THEN error('what was written is not what was read') END;
