# Sourced by pipelines that load events into tables: SQL from the columns that kt-format names.

tables=$(dirname "${BASH_SOURCE[0]}")

header='' declared='' staged='' names='' columns='' values='' places=''

# columns DIALECT CSV: sets header, as in id:string,cost:number, from an artifact's first line, and
# from that declared, staged, names, columns, values and places, which a template's @DECLARED@ .. name.
columns() {
  local dialect kind type value name place=0 column text between=$',\n  ' quote='"'
  local -A types=() reads=()
  IFS= read -r header < <(gzip -dc "$2") || return 1
  while IFS=$'\t' read -r dialect kind type value; do
    [ "$dialect" != "$1" ] || types[$kind]=$type reads[$kind]=$value
  done < "$tables/types.tsv"
  [ "$1" != snowflake ] || quote=''
  case $header in *[\"\'\\\;\(\)[:space:]@]*) return 1 ;; esac
  while IFS=: read -r -d , name kind; do
    [ -n "${types[${kind:-none}]:-}" ] || return 1
    place=$((place + 1)) column=$quote$name$quote
    declared+="$between$column ${types[$kind]}" columns+="$between$column"
    staged+="$between$column ${types[string]}" names+=", $column" places+="$between\$$place"
    values+="$between${reads[$kind]//@/"$column"}"
    case $kind in time | number)
      text=$quote${name}_text$quote
      declared+="$between$text ${types[string]}" columns+="$between$text"
      values+="$between${reads[string]//@/"$column"}"
    esac
  done <<< "$header,"
  declared=${declared#"$between"} staged=${staged#"$between"} names=${names#, }
  columns=${columns#"$between"} values=${values#"$between"} places=${places#"$between"}
}

# filled TEMPLATE NAME=TEXT ..: the template with its @NAME@s and the columns filled in.
filled() {
  local text pair
  text=$(< "$tables/$1")
  for pair in DECLARED="$declared" STAGED="$staged" NAMES="$names" COLUMNS="$columns" \
    VALUES="$values" PLACES="$places" TYPES="$(< "$tables/duckdb-types.sql")" "${@:2}"; do
    text=${text//"@${pair%%=*}@"/"${pair#*=}"}
  done
  printf '%s\n' "$text"
}

# typed_csv PATHS: events as CSV with the types in its header, for machines; PATHS are columns more.
typed_csv() {
  local fields
  fields=$(kt-format --to csv --typed-header < /dev/null | sed 's/:[a-z]*//g; s/\r//')
  kt-format --to csv --typed-header --underscores --no-formula-guard --lf --frame \
    --fields "$fields${1:+,$1}" "${@:2}"
}

# manifest_value NAME FILE: a number or digest in a manifest of kt-sink.
manifest_value() {
  sed -n "s/^  \"$1\": \"\{0,1\}\([0-9a-f]*\)\"\{0,1\},\$/\1/p" "$2"
}

# quoted TEXT: a string of SQL.
quoted() { printf "'%s'" "${1//\'/\'\'}"; }

# rows CSV: what DuckDB reads an artifact from, every cell as its text.
rows() {
  local name list=''
  while IFS=: read -r -d , name _; do list+=", '$name': 'VARCHAR'"; done <<< "$header,"
  printf '%s' "read_csv($(quoted "$1"), auto_detect = false, columns = {${list#, }}, skip = 1,
  header = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false,
  max_line_size = 268435456)"
}

# has_duckdb_command: whether to run the command duckdb, and not the Python that is named.
has_duckdb_command() { [ -z "${KT_PEERS_PYTHON:-}" ] && type -P duckdb > /dev/null; }

# has_duckdb: whether there is a DuckDB to run.
has_duckdb() {
  has_duckdb_command \
    || PYTHONSAFEPATH=1 "${KT_PEERS_PYTHON:-python3}" -c 'import duckdb' 2> /dev/null
}

# run_duckdb DATABASE: runs the SQL of standard input by the command duckdb, else by Python's module.
# Of an error only the first line is told: others can show what stands in the events.
run_duckdb() {
  local status=0 told
  told=$(mktemp)
  {
    if has_duckdb_command; then
      duckdb -batch -bail -init /dev/null "$1"
    else
      PYTHONSAFEPATH=1 "${KT_PEERS_PYTHON:-python3}" -c 'import sys, duckdb
duckdb.connect(sys.argv[1]).execute(sys.stdin.read())' "$1"
    fi
  } > /dev/null 2> "$told" || status=$?
  [ $status = 0 ] || sed -n '/Error/{s/^_duckdb[^:]*: //;p;q}' "$told" | grep . >&2 \
    || echo "duckdb: ended with $status" >&2
  rm -f "$told"
  [ $status = 0 ] || return 4
}

# bigquery_schema: the schema of --canonical --underscores.
bigquery_schema() {
  local name separator='[' part
  for name in $(kt-format --canonical --underscores <<< '{}' | grep -o '[a-z_]*'); do
    part=''
    case $name in
      null) continue ;;
      policies) part='name verdict reason' ;;
      citations) part='asset version' ;;
      content_hashes) part='input output' ;;
      escalation) part='reviewer decision decided_at' ;;
    esac
    [ -z "$part" ] || part=$(printf ', {"name": "%s", "type": "STRING"}' $part)
    case $name in
      policies | citations) part="RECORD\", \"mode\": \"REPEATED\", \"fields\": [${part#, }]" ;;
      content_hashes | escalation) part="RECORD\", \"fields\": [${part#, }]" ;;
      extra) part='JSON"' ;;
      tokens_* | cost | latency_ms) part='BIGNUMERIC"' ;;
      *) part='STRING"' ;;
    esac
    printf '%s\n  {"name": "%s", "type": "%s}' "$separator" "$name" "$part"
    separator=,
  done
  printf '\n]\n'
}
