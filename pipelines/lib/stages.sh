# What the ready scripts share; each sources it before anything else.
script=$(basename "$0")
die() { echo "$script: $1" >&2; exit "${2:-4}"; }
# What failed has said so. A script's own status 1 is an answer, such as that no event fits.
trap 'exit 4' ERR
# ended WHAT STATUS..: the first status that tells a reason becomes the script's.
ended() {
  local what=$1 status code=4; shift
  for status; do case $status in [1-5]) code=$status; break ;; esac; done
  die "$what: the stages ended with $*" "$code"
}
# counted EVENTS: says so where there is none.
counted() { [ "$1" != 0 ] || echo "$script: no event fits the selection" >&2; }
# What stands at the script's top.
header() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; }
usage() { header >&2; exit 2; }
case ${1:-} in -h | --help) header; exit ;; esac
[ $# -gt 0 ] || usage

[ -z "${KT_BIN:-}" ] || PATH=$KT_BIN:$PATH
type -P kt-source > /dev/null || die "put the tools into PATH, or name their folder by KT_BIN" 2
# Stages work in folders of their own, wherever the tools were found from.
PATH=$(realpath "$(dirname "$(type -P kt-source)")"):$PATH
