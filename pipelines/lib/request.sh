# One request, and what stands around it: a secret that nobody sees, TLS that can't be turned off, no
# redirects, and pauses. Sourced by deliver.sh.
export LC_ALL=C
umask 077
# The folder of files that nobody needs later; where to send; the options of curl for authorities and
# proxies; and in seconds, how long to pause at most, and how long a request may take.
work='' url='' scheme='' authority=() direct=() longest=60 patience=120
authorization='' child='' status='' reason='' requests=0 retries=0

# address URL LOOPBACK: checks where to send; http is for this machine, and only if LOOPBACK is set.
# The URL stands in the process list: a password there would be no secret.
address() {
  local host='([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])'
  [[ $1 =~ ^(https?)://$host(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$ ]] \
    || die "the URL: expected https://HOST[:PORT][/PATH], with no user, password or query" 2
  url=$1 scheme=${BASH_REMATCH[1]}
  [ "$scheme" = http ] || return 0
  [ -n "$2" ] && [[ ${BASH_REMATCH[2]} =~ ^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])$ ]] \
    || die "the URL: expected https; http is for this machine alone, with -l" 2
  # A proxy would read it.
  direct=(--noproxy '*')
}

# authorize SCHEME FILE VARIABLE: the secret of the file, else of the environment. It is handed to
# curl through a pipe, and to nobody else.
authorize() {
  local secret=${!3:-}
  unset "$3"
  [ -z "$2" ] || secret=$(< "$2")
  [ -n "$secret" ] || die "name a file with the secret, or put it into $3" 2
  [ "$1" != Basic ] || secret=$(base64 -w 0 <(printf %s "$secret"))
  # A line break would begin another header.
  [[ $secret =~ ^[!-~]+$ ]] || die "the secret: expected one line without blanks" 2
  authorization="Authorization: $1 $secret"
}

# Removes what is half done, and dies of the signal.
interrupted() {
  [ -z "$child" ] || kill "$child" 2> /dev/null || true
  rm -rf "$work"
  trap - EXIT "$1"
  kill -s "$1" $$
}

# Waits for a command that may take long, so that a signal need not.
waited() { child=$!; local status=0; wait "$child" || status=$?; child=''; return $status; }

# post PLACE FILE HEADER..: sets `status` to the HTTP status, or to 'curl N' with a `reason`.
post() {
  local file=$2 to=$url$1 header headers=() code=0; shift 2
  for header; do headers+=(--header "$header"); done
  requests=$((requests + 1))
  : > "$work/head" > "$work/reply"
  # -q comes first: no file of the user's may allow what is not allowed here. A redirect is never
  # followed; a reply that does not end is cut.
  (ulimit -S -f 262144 2> /dev/null || true; exec curl -q --silent --globoff --proto "=$scheme" \
    --tlsv1.2 --max-redirs 0 "${authority[@]}" "${direct[@]}" --request POST \
    --connect-timeout 20 --max-time "$patience" \
    --cookie "$work/cookies" --cookie-jar "$work/cookies" --header 'Expect:' \
    --header @<(printf '%s\n' "$authorization") "${headers[@]}" --data-binary "@$file" \
    --dump-header "$work/head" --output "$work/reply" \
    --write-out '%{http_code}\n%{errormsg}\n' "$to" > "$work/said") &
  waited || code=$?
  { read -r status; read -r reason; } < "$work/said" || { status=000 reason=''; }
  # What a server says is no terminal's command.
  reason=$(tr -cd ' -~' <<< "$reason" | cut -c 1-160)
  if [ "$code" = 0 ]; then
    reason="HTTP status $status"
    case $status in
      401 | 403) reason+=", the secret is not accepted" ;;
      3??) reason+=", a redirect is not followed" ;;
    esac
  else
    status="curl $code" reason=${reason:-curl ended with $code}
  fi
}

# Whether what was sent may be taken another time: it is busy, or out of reach.
passing() {
  case $status in
    408 | 425 | 429 | 5??) ;;
    'curl 6' | 'curl 7' | 'curl 16' | 'curl 18' | 'curl 28' | 'curl 35' | 'curl 52' | 'curl 55' \
      | 'curl 56' | 'curl 92' | 'curl 95') ;;
    *) false ;;
  esac
}

# pause TRY: waits twice as long every time, up to `longest`, and less by chance; or as long as the
# server asks for, and not at all where that is longer.
pause() {
  local milliseconds=$((longest * 1000)) asked
  [ "$1" -gt 16 ] || milliseconds=$((1000 << ($1 - 1)))
  [ $milliseconds -le $((longest * 1000)) ] || milliseconds=$((longest * 1000))
  milliseconds=$((milliseconds / 2 + milliseconds * RANDOM / 65536))
  asked=$(sed -n 's/^retry-after:[ \t]*//Ip' "$work/head" | tr -d '\r' | tail -n 1)
  if [[ $asked =~ ^[A-Z][a-z]{2},\ [0-9]{2}\ [A-Z][a-z]{2}\ [0-9]{4}\ [0-9:]{8}\ GMT$ ]]; then
    asked=$(($(date -d "$asked" +%s || date +%s) - $(date +%s)))
  fi
  if [[ $asked =~ ^[0-9]{1,9}$ ]]; then
    asked=$((10#$asked))
    [ "$asked" -le "$longest" ] || { reason+=", with $asked s to wait, longer than -w"; return 1; }
    [ $((asked * 1000)) -le $milliseconds ] || milliseconds=$((asked * 1000 + milliseconds / 4))
  fi
  retries=$((retries + 1))
  sleep "$((milliseconds / 1000)).$(printf %03d $((milliseconds % 1000)))" &
  waited
}
