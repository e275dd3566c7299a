# Sourced by golden cases: collectors on this machine, which end with the case.
servers=()
trap '[ ${#servers[@]} = 0 ] || kill "${servers[@]}"; wait 2> /dev/null' EXIT

# serve STATE WORD..: starts a collector, and sets `port`.
serve() {
  local state=$1 tries=0
  mkdir -p "$state"
  python3 "$REPOSITORY/Tests/Servers/collector.py" "$@" 2>> "$state/trouble" &
  servers+=($!)
  while [ ! -e "$state/port" ]; do
    tries=$((tries + 1))
    [ $tries -lt 400 ] || { cat "$state/trouble"; exit 99; }
    sleep 0.05
  done
  port=$(cat "$state/port")
}

# Ports and times differ from run to run, words from version to version.
plain() { sed -E 's/Failed to connect .*server/no connection/; s/after [0-9]+ milliseconds/after N ms/'; }
