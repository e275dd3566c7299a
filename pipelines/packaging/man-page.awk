# Makes a manual page of what a tool says for --help: examples first, then everything else.
#
#   COLUMNS=9999 kt-hash add --help | awk -f man-page.awk -v name='kt-hash add' \
#     -v version=0.1.0 -v date=2026-04-01 -v also='kt-sink kt-source' [README.md] -
#
# README.md before the help gives the table of exit statuses. Standard input must not be wrapped.

# Text that troff takes as it stands: no escapes, no requests, and what is copied stays ASCII.
function plain(text) {
  gsub(/\\/, "\\(rs", text); gsub(/-/, "\\-", text); gsub(/'/, "\\(aq", text)
  gsub(/`/, "\\(ga", text); gsub(/\^/, "\\(ha", text); gsub(/~/, "\\(ti", text)
  return text
}
# A line of its own; \& keeps a dot or a blank at its beginning from being read as a request.
function say(text) { print (text ~ /^[. ]/ ? "\\&" : "") text }
# Options are bold and what they take is italic.
function label(text) {
  text = plain(text)
  gsub(/</, "\\fI", text); gsub(/>/, "\\fB", text)
  return "\\fB" text "\\fR"
}
function section(title) { if (title != shown) { print ".SH " title; shown = title } }
function item(line,   text) {
  line = substr(line, 3)
  text = match(line, /  +/) ? substr(line, RSTART + RLENGTH) : ""
  if (RSTART > 0) line = substr(line, 1, RSTART - 1)
  print ".TP"; say(part == "SUBCOMMANDS" ? "\\fB" plain(page "-" line) "\\fR(1)" : label(line))
  if (text != "") say(plain(text))
}

# The exit statuses, from the table of README.md.
FNR == 1 { file++ }
file < ARGC - 1 {
  if (/^## /) isTable = /^## Exit status/
  else if (isTable && /^\| [0-9]/) { split($0, cell, / *\| */); gsub(/`/, "", cell[3]); statuses[cell[2]] = cell[3] }
  next
}

/^OVERVIEW: / {
  page = name; gsub(/ /, "-", page)
  printf ".TH %s 1 %s \"kt %s\" \"Compliance exports as pipelines\"\n", toupper(page), date, version
  print ".nh\n.ad l"
  summary = substr($0, 11); sub(/\.$/, "", summary)
  print ".SH NAME"
  print page " \\- " plain(tolower(substr(summary, 1, 1)) substr(summary, 2))
  next
}
/^USAGE: / { usage = substr($0, 8); part = "USAGE"; head(); next }
usage == "" && /^\$ / { examples[++exampleCount] = substr($0, 3); next }
usage == "" { words[++wordCount] = $0; next }
/^[A-Z][A-Z ,]*:$/ { begin(substr($0, 1, length($0) - 1)); next }
/^  See '/ || $0 == "" { next }
/^  [^ ]/ { item($0); next }
/^ / { sub(/^ +/, ""); say(plain($0)); next }

# What stands before the options, once all of it is known.
function head(   i, isOpen) {
  print ".SH SYNOPSIS"; say(label(usage))
  if (exampleCount) {
    print ".SH EXAMPLES\n.nf"
    for (i = 1; i <= exampleCount; i++) say("$ " plain(examples[i]))
    print ".fi"
  }
  for (i = 1; i <= wordCount; i++) {
    if (words[i] == "") { isOpen = 0; continue }
    section("DESCRIPTION"); print isOpen ? ".br" : ".PP"; isOpen = 1
    say(plain(words[i]))
  }
}
function begin(title) {
  part = title
  if (title == "ARGUMENTS" || title == "SUBCOMMANDS") { section(title); return }
  section("OPTIONS")
  print ".SS " (title == "OPTIONS" ? "General" : substr(title, 1, 1) tolower(substr(title, 2)))
}
END {
  if (usage == "") { print "man-page: no usage in the help of " name > "/dev/stderr"; exit 1 }
  print ".SH \"EXIT STATUS\""
  for (i = 0; i <= 5; i++) if (i in statuses) { print ".TP\n" i; say(plain(statuses[i])) }
  print ".SH \"SEE ALSO\""
  count = split(also, others, " ")
  for (i = 1; i <= count; i++) {
    if (others[i] != page) list = list (list ? ",\n" : "") "\\fB" plain(others[i]) "\\fR(1)"
  }
  print list
}
