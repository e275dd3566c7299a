# What splunk-hec and elastic-bulk share; they source it. The events become batches, which kt-sink
# publishes only when all of them are there; then each batch is sent, until every event of it has an
# answer. Nothing is sent of a stream that is not complete.
#
# A delivery has a folder. Whoever runs the same again goes on there with what is left:
#   job                what was asked for; a run that asks for something else is refused
#   batches/           the events, with the manifest of kt-sink
#   ledger/BATCH       what became of a batch: a line of counts, then its events that did not go
#   dead-letter.jsonl  all events that did not go, where there are any
#   report.json        the counts, which add up
#
# A script sets `place`, what stands behind the URL, and `limit`, the bytes of a batch, and has
#   body EVENTS   make $work/body, what is sent of a file of events
#   judge EVENTS  read $work/reply to status 200, count what is accepted (and existing), and write
#                 the numbers of the other lines to $work/refused and $work/again; fail where the
#                 reply is not what it should be
#   too_large     whether status 400 of $work/reply is about some event, and not about all of them
. "$(dirname "${BASH_SOURCE[0]}")/stages.sh"
. "$(dirname "${BASH_SOURCE[0]}")/request.sh"
folder='' policy='' pseudonyms=() format=() sources=() selection=() batches=()
token='' account='' loopback='' tries=6 stop=''
accepted=0 existing=0 vain=0

number() { [[ $2 =~ ^[0-9]{1,9}$ ]] && [ "$2" -ge "$3" ] || die "$1: expected a number from $3 on" 2; }
readable() { [ -r "$2" ] && [ ! -d "$2" ] || die "$1: $2: expected a file that can be read" 2; }

# Reads the options that both have, and what stands behind them.
parse() {
  local option tool
  while getopts t:u:c:lr:R:f:b:n:w:s: option; do
    case $option in
      t) readable -t "$OPTARG"; token=$OPTARG ;; u) readable -u "$OPTARG"; account=$OPTARG ;;
      c) readable -c "$OPTARG"; authority=(--cacert "$OPTARG") ;; l) loopback=yes ;;
      r) readable -r "$OPTARG"; policy=$OPTARG ;;
      R) readable -R "$OPTARG"; pseudonyms=(--key-file "$OPTARG") ;;
      f) [[ $OPTARG == --?* ]] || usage; format+=("$OPTARG") ;;
      b) limit=$OPTARG ;; n) number -n "$OPTARG" 1; tries=$OPTARG ;;
      w) number -w "$OPTARG" 0; longest=$OPTARG ;; s) number -s "$OPTARG" 1; patience=$OPTARG ;;
      *) usage ;;
    esac
  done
  shift $((OPTIND - 1))
  [ $# -ge 3 ] || usage
  url=${1%/} folder=$2; shift 2
  [[ $folder != -* ]] || folder=./$folder
  while [ $# -gt 0 ] && [ "$1" != -- ]; do sources+=("$1"); shift; done
  selection=("${@:2}")
  for tool in curl jq flock; do
    type -P "$tool" > /dev/null || die "$tool is missing" 2
  done
  address "$url" "$loopback"
}

# pick NUMBERS EVENTS: the lines with these numbers.
pick() { awk 'NR == FNR { wanted[$1]; next } FNR in wanted' "$1" "$2"; }

# Sends the events of a file, in smaller requests where one is too large, and writes those that did
# not go to $work/left. Sets `stop` where nothing more will be taken.
deliver() {
  local queue=("$1") events next=0 try count
  : > "$work/left"
  while [ ${#queue[@]} -gt 0 ] && [ -z "$stop" ]; do
    events=${queue[-1]} try=0
    unset 'queue[-1]'
    body "$events"
    while :; do
      try=$((try + 1)) count=$(wc -l < "$events")
      post "$place" "$work/body" "${kind[@]}"
      if [ "$status" = 200 ]; then
        : > "$work/refused" > "$work/again"
        if judge "$events"; then
          vain=0
          pick "$work/refused" "$events" >> "$work/left"
          [ -s "$work/again" ] || break
          next=$((next + 1))
          pick "$work/again" "$events" > "$work/events/$next.jsonl"
          events=$work/events/$next.jsonl
          body "$events"
        fi
      elif [ "$status" = 413 ] || { [ "$status" = 400 ] && too_large; }; then
        if [ "$count" -gt 1 ]; then
          next=$((next + 1))
          head -n $((count / 2)) "$events" > "$work/events/$next.jsonl"
          tail -n +$((count / 2 + 1)) "$events" > "$work/events/$next-.jsonl"
          queue+=("$work/events/$next-.jsonl" "$work/events/$next.jsonl")
        else
          cat "$events" >> "$work/left"
          echo "$reason" >> "$work/reasons"
          # One after the other, and none is taken: this is not about events.
          vain=$((vain + 1))
          [ $vain -lt 20 ] || stop="$reason, for $vain events one by one"
        fi
        break
      elif ! passing; then
        stop=$reason
      fi
      [ -n "$stop" ] || [ $try -lt "$tries" ] || stop="$reason, at try $try of $tries"
      [ -n "$stop" ] || pause $try || stop=$reason
      [ -z "$stop" ] || { cat "$events" >> "$work/left"; break; }
    done
  done
  [ ${#queue[@]} = 0 ] || cat "${queue[@]}" >> "$work/left"
}

# Writes down what became of a batch, all at once.
enter() {
  jq -cn --argjson accepted $accepted --argjson existing $existing '$ARGS.named' > "$work/entry"
  cat "$work/left" >> "$work/entry"
  sync "$work/entry"
  mv -T "$work/entry" "$folder/ledger/$1"
}

# Gives one batch, or what an earlier run has left of it.
give() {
  local entry=$folder/ledger/$1 events=$folder/batches/$1
  accepted=0 existing=0
  [ ! -e "$entry" ] || [ "$(wc -l < "$entry")" -gt 1 ] || return 0
  rm -rf "$work/events"; mkdir "$work/events"
  if [ -e "$entry" ]; then
    tail -n +2 "$entry" > "$work/events/left.jsonl"
    { read -r accepted; read -r existing; } < <(sed 1q "$entry" | jq '.accepted, .existing')
    events=$work/events/left.jsonl
  else
    (cd "$folder/batches" && sed -n "/  $1\$/p" SHA256SUMS | sha256sum --check --status --strict) \
      || die "$events: it is not what kt-sink published; nothing of it is sent" 3
  fi
  deliver "$events"
  enter "$1"
}

# The counts, and the events that did not go; exits with 5 where there are any.
report() {
  local events dead entries total batch
  events=$(jq .totals.events "$folder/batches/manifest.json")
  entries=$(find "$folder/ledger" -type f -exec head -qn 1 {} + \
    | jq -cs '{accepted: (map(.accepted) | add // 0), existing: (map(.existing) | add // 0)}')
  for batch in "${batches[@]}"; do
    if [ -e "$folder/ledger/$batch" ]; then tail -n +2 "$folder/ledger/$batch"
    else cat "$folder/batches/$batch"; fi
  done > "$work/dead"
  dead=$(wc -l < "$work/dead")
  total=$(($(jq .accepted <<< "$entries") + dead))
  [ "$total" = "$events" ] || die "$folder: $total events have an answer or none, of $events"
  sync "$work/dead"
  [ "$dead" = 0 ] || mv -T "$work/dead" "$folder/dead-letter.jsonl"
  jq -n --arg to "$url${place%%\?*}" --argjson events "$events" --argjson counts "$entries" \
    --argjson dead "$dead" --argjson requests $requests --argjson retries $retries --arg stop "$stop" \
    --arg finished "$(date -u +%Y-%m-%dT%H:%M:%SZ)" '{to: $to, events: $events} + $counts
      + {undelivered: $dead, stopped_by: (if $stop == "" then null else $stop end),
        requests_of_last_run: $requests, retries_of_last_run: $retries, finished: $finished}' \
    > "$work/report"
  counted "$events"
  sync "$work/report"
  mv -T "$work/report" "$folder/report.json"
  sort "$work/reasons" | uniq -c | while read -r count reason; do
    echo "$script: refused of the events sent: $count: $reason" >&2
  done
  [ -z "$stop" ] || echo "$script: $stop" >&2
  jq -r '"\(.events) events: \(.accepted) accepted\(if .existing > 0 then " (\(.existing) of them there before)"
    else "" end), \(.undelivered) not delivered"' "$folder/report.json"
  [ "$dead" = 0 ] || die "what did not go is in $folder/dead-letter.jsonl; run the same again to try it again" 5
}

# Stages of pipelines, each of which ends with the status of its tool.
from() { [ "${sources[*]}" != - ] || exec kt-filter; exec kt-source "${sources[@]}"; }
redacted() { [ -n "$policy" ] || exec cat; exec kt-redact --policy "$policy" "${pseudonyms[@]}"; }
# What data or people name is no template, so kt-sink works in the folder.
kept() { cd "$folder" && exec kt-sink --max-bytes "$limit" 'batches/{part}.jsonl'; }
made() { mkdir "$work/made" && cd "$work/made" && exec kt-sink "$1"; }

# Makes the batches, unless they are there, and delivers what is left of them.
run() {
  local job batch signal
  mkdir -p "$folder/ledger" || die "$folder: expected a folder that can be written"
  exec 9> "$folder/lock"
  flock -n 9 || die "$folder: another delivery is at work there"
  rm -rf "$folder"/.work.*
  work=$(mktemp -d "$(realpath "$folder")/.work.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  job=$(printf '%q ' "$script" "$url" "${format[@]}" "$policy" "${sources[@]}" -- "${selection[@]}")
  if [ -e "$folder/batches/manifest.json" ]; then
    [ "$(cat "$folder/job")" = "$job" ] || die "$folder: it has the batches of another delivery, see job there; \
remove it to begin anew"
  else
    [ -z "$(ls -A "$folder/ledger")" ] || die "$folder: its ledger is of batches that are not there" 2
    echo "$job" > "$folder/job"
    from | kt-filter "${selection[@]}" | redacted | kept || ended "the events" "${PIPESTATUS[@]}"
  fi
  for signal in HUP INT TERM; do trap "interrupted $signal" $signal; done
  : > "$work/reasons"
  # They told of an earlier run.
  rm -f "$folder/dead-letter.jsonl" "$folder/report.json"
  mapfile -t batches < <(jq -r '.artifacts[].path' "$folder/batches/manifest.json")
  for batch in "${batches[@]}"; do
    [ -z "$stop" ] || break
    give "$batch"
  done
  report
}
