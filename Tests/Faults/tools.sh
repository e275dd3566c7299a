# Every tool, for the cases of spec/faults.md: a line each, so that a new one meets all faults.
# Sourced by Cases/faults/*/cmd; the table of the cases is rows.md.

# name, input, kind, command. A `frame` hands a stream on (of events, or of a document's rows), a
# `document` stands alone and has an end, an `artifact` is published below made/, and an `evidence`
# is a stream and a sealed log.
tools() {
  cat <<'LIST'
source            plain     frame     kt-source
filter            framed    frame     kt-filter -v --team hr
check             framed    frame     kt-check --require none --report made/checklist.json
redact            framed    frame     kt-redact --detect all --log made/log.jsonl
wrap              framed    frame     kt-wrap -- cat
hash-add          framed    evidence  kt-hash add --key-file key --export q1 --out made/q1.kt
hash-seal         nothing   evidence  kt-hash seal --key-file key --export q1 --out made/q1.kt part.kt
hash-prove        framed    frame     kt-hash prove --log sealed.kt
hash-verify       framed    frame     kt-hash verify --log sealed.kt --trust trust
format-jsonl      framed    frame     kt-format --to jsonl
format-canonical  framed    frame     kt-format --canonical
format-from-csv   csv       frame     kt-format --from csv --frame
format-from-json  json      frame     kt-format --from json --frame
format-json       framed    document  kt-format --to json --created-at 2026-01-01T00:00:00Z
format-csv        framed    frame     kt-format --to csv --frame
format-tsv        framed    frame     kt-format --to tsv --frame
format-hec        framed    frame     kt-format --to hec --frame
format-elastic    framed    frame     kt-format --to elastic --frame
format-ecs        framed    frame     kt-format --to elastic --ecs --frame
format-ocsf       framed    frame     kt-format --to ocsf --frame
format-otlp       framed    frame     kt-format --to otlp --frame
format-cef        framed    frame     kt-format --to cef --texts --frame
format-leef       framed    frame     kt-format --to leef --texts --frame
format-syslog     framed    frame     kt-format --to syslog --frame
format-table      framed    frame     kt-format --to table --frame
format-summary    framed    document  kt-format --to summary
format-html       framed    document  kt-format --to html --created-at 2026-01-01T00:00:00Z
format-pdf        framed    document  kt-format --to pdf --created-at 2026-01-01T00:00:00Z
sink              framed    artifact  kt-sink made/x.jsonl
sink-gzip         framed    artifact  kt-sink made/x.jsonl.gz
sink-template     framed    artifact  kt-sink made/{team}.jsonl
sink-document     document  artifact  kt-sink made/x.json
LIST
}

# What the tools work on: `plain` events, the same `framed`, as csv, json and a framed document, and
# the log that they are sealed in. The first argument is a file of events.
prepare() {
  cp "$1" plain
  { echo "$begin" && cat plain && end complete "$(grep -c . plain)"; } >framed
  kt-format --from jsonl --to csv plain >csv
  kt-format --to json --created-at 2026-01-01T00:00:00Z plain >json
  kt-format --to json --created-at 2026-01-01T00:00:00Z --frame framed >document
  : >nothing
  (umask 077 && kt-hash keygen audit.example/acme >key 2>trust)
  kt-hash add --key-file key --export q1 --out sealed.kt plain >/dev/null 2>&1
  mkdir part.kt && cp sealed.kt/part.* part.kt
  # what sets pages is a library that is not everywhere; the case of rows.md tells of it
  kt-format --to pdf nothing >/dev/null 2>&1 && pages=yes || pages=no
}
begin='{"_kt_stream":"begin","v":1,"id":"0123456789abcdef0123456789abcdef","valid":true}'
end() {
  echo '{"_kt_stream":"end","id":"0123456789abcdef0123456789abcdef","events":'"$2"',"status":"'"$1"'","stages":[]}'
}

# each FUNCTION [PART]: calls FUNCTION for every tool whose line holds PART, with its line in name,
# given, kind and tool
each() {
  local name given kind tool input
  while read -r name given kind tool <&9; do
    [ "$name" = format-pdf ] && [ "$pages" = no ] && continue
    read -ra tool <<<"$tool"
    input= && "$1"
  done 9< <(tools | grep -E -- "${2:-.}")
}

# runs a tool, behind the words of a driver if there are any; its output is in `data`, its messages
# in `said`, and its exit status in `status`
try() {
  [ -d made ] || mkdir made
  local left=(made/* made/.[!.]*)
  # it is mostly empty, and needs no other program then
  [ "${left[*]}" = 'made/* made/.[!.]*' ] || { rm -rf made && mkdir made; }
  "$@" "${tool[@]}" <"${input:-$given}" >data 2>said 9<&-
  status=$?
}

# what a run published, in one text: nothing that time or chance chose
published() {
  # the ids of frames that begin here are random
  [ $kind = artifact ] || sed -E '/\{"_kt_stream"/s/"id":"[0-9a-f]{32}"/"id":""/' data
  case $kind in
    artifact) find made -type f ! -name '*manifest.json' | sort | while read -r file; do
      # what compresses best is a library that is not everywhere
      echo "$file" && case $file in *.gz) gzip -dc "$file" ;; *) cat "$file" ;; esac
    done ;;
    # the last leaf is the seal, which tells the time
    evidence) head -c -32 made/q1.kt/leaves && [ -e made/q1.kt/checkpoint ] && sealed && echo sealed ;;
    frame) cat made/* 2>/dev/null ;;
  esac
}

# what came out, without frames
content() { sed '/^{"_kt_stream"/d; s/{"_kt_stream".*//' data; }

# what each tool publishes where nothing fails
whole() {
  try
  [ $status = 0 ] || bad "$status $(head -n 2 said)"
  mkdir -p whole
  published >whole/$name
  content >whole/$name.data
}

bad() { echo "$name: $*"; }

# The invariant: with 0 everything was published, and with anything else nothing that looks whole.
holds() {
  if [ $status = 0 ]; then
    published | cmp -s - whole/$name || bad "$* 0, but not everything was published"
    return
  fi
  case $kind in
    frame) ! tail -n 1 data | grep -q '"status":"complete"' || bad "$* $status behind a whole frame" ;;
    document) ! cmp -s data whole/$name || bad "$* $status behind a whole document" ;;
    artifact) [ -z "$(ls -A made)" ] || bad "$* $status, but $(ls -A made | tr '\n' ' ')" ;;
    evidence) sealed || bad "$* $status behind a log that does not hold" ;;
  esac
}

# whether there is no checkpoint, or one of all events
sealed() {
  [ ! -e made/q1.kt/checkpoint ] ||
    kt-hash verify --log made/q1.kt --trust trust plain >/dev/null 2>&1
}

# expect STATUS TEXT: the run ended so, and its only line of messages holds the text
expect() {
  [ $status = "$1" ] && grep -q -- "$2" said || bad "$status where $1 and \"$2\" were due: $(head -n 3 said)"
}

# counts a tool in `tried`; what may not be installed is tried where it is, and not counted
tried=0
count() { [ $name = format-pdf ] || tried=$((tried + 1)); }

# whether what came out is, byte for byte, the beginning of what is due; but for a last newline,
# which a line that broke off, or one without an end of its own, gets from the end of the frame
prefix() {
  content >came
  [ -n "$(tail -c 1 came)" ] || truncate -s -1 came 2>/dev/null || : # of nothing at all
  cmp -s -n "$(stat -c %s came)" came whole/$name.data || bad "$*: what came out is no prefix"
}

# with OPTION..: gives the tool more options
with() {
  local at=1
  [ ${tool[0]} != kt-hash ] || at=2 # behind the mode
  tool=("${tool[@]:0:at}" "$@" "${tool[@]:at}")
}

# unframed FILE [DRIVER..]: runs the tool on lines without a frame; false for what reads none
unframed() {
  local tool=("${tool[@]}")
  case $given in
    plain | framed) input=$1 ;;
    json) input=$1.json && sed '1s/^/[/; $!s/$/,/; $s/$/]/' "$1" >"$input" ;;
    *) return 1 ;;
  esac
  [ $kind != artifact ] || with --unframed
  try "${@:2}"
}

# whether nothing came out that looks whole, as it may not where the status is 3 or 4
nothing_whole() {
  ! tail -n 1 data | grep -aq '"status":"complete"' || bad "$*: a whole frame"
  [ $kind != artifact ] || [ -z "$(ls -A made)" ] || bad "$*: $(ls -A made | tr '\n' ' ')"
  [ ! -e made/q1.kt/checkpoint ] || bad "$*: sealed"
}
