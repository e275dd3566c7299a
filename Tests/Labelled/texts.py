"""The texts that values stand in: {v} is the value, {w} a context word, {o} another value."""

# What people and programs write around a value that needs no word beside it.
FREE = [
    "{v}", "It says {v} on the form.", "Please use {v}, not the old one.", "See ({v}) for that.",
    'He typed "{v}" twice', "- {v}\n- none\n", '{{"value": "{v}", "n": 3}}', "value={v};ok=1",
    "row,name,value\n17,Ada,{v}\n", "| 17 | {v} | ok |", "<td>{v}</td>", "> {v}\n\nIs that right?",
    "17\t{v}\tdone", "[{v}]", "Found {v}; thanks.", "Was it {v}?", "set 'value' to '{v}' please",
    "value: {v}\nother: none\n", "Summarise this: {v} was entered by the clerk", "{v} is what I have"]

# The same, where boundaries, neighbours and escapes are harder.
HARD = [
    "号码{v}请核对", "番号は{v}です。", "（{v}）", "值：{v}，已确认", "\u200b{v}\u200b", "\u00a0{v}\u00a0",
    "\ufeff{v}", "first line\n{v}\nlast line", 'she said \\"{v}\\" and left', "`{v}`", "**{v}**",
    "…{v}…", "“{v}”", "\t{v}\r\n", "{o}, {v}", "{v}\n{o}\n", "| {o} | {v} |", '{{"a":["{o}","{v}"]}}',
    "é{v}é", "«{v}»", "«{o}» {v}", "{v}。", "이것은 {v}입니다", "😀{v}😀"]

# A value with its context word.
BESIDE = [
    "{w}: {v}", "{w} {v}", "{w}={v}", "My {w} is {v}.", "The {w} on file is {v}, please check it.",
    '{{"{w}": "{v}"}}', "| {w} | {v} |", "{w}\n{v}\n", "{w},{v}\n", "- {w}: {v}\n- none\n",
    "{w} ({v})", "What is the {w} {v} good for?", "<th>{w}</th><td>{v}</td>", "{w} - {v}",
    "{w}: '{v}', status: 'open'", "Here comes the {w}, it is {v}"]

# The same, harder; {u} is the word in capitals, {j} with other joints.
BESIDE_HARD = [
    "{u}: {v}", "{u}={v}", "{j}: {v}", '"{j}":"{v}"', "{w}：{v}", "{w}为{v}。", "{w}は{v}です",
    "{w} as the letter has it: {v}", "{w}\n\n\t{v}", "{w}#{v}", "({w}) {v}",
    "\u200b{w}: \u200b{v}", "{w}\u00a0{v}", '\\"{w}\\": \\"{v}\\"', "{w}: {o} {w}: {v}", "**{w}**: `{v}`"]

# The word behind the value: short words only, within 24 bytes.
BEHIND = ["{v} ({w})", "{v} is my {w}", "{v} <- {w}", "{v}，{w}"]

# The value without any word that would make it one.
NOWHERE = ["{v}", "row {v} of the table", "batch {v} is done", "ref {v}", "{v} items", "a{v}b"]


def render(random, shape, value, word="", other=""):
    joint = random.choice("_- ")
    return shape.format(v=value, w=word, o=other, u=word.upper(), j=word.replace(" ", joint))
