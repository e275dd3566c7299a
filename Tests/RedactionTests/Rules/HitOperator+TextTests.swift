import Testing

@testable import Redaction

@Suite struct HitOperatorTextTests {
  @Test(arguments: [
    ("replace", HitOperator.replace(.usual)), ("replace:[{kind}]", .replace(.usual)),
    ("replace=<{kind}>", .replace(ReplacementTemplate("<{kind}>"))),
    ("replace:", .replace(ReplacementTemplate(""))),
    ("replace:a:b=c", .replace(ReplacementTemplate("a:b=c"))),
    ("mask", .mask(MaskShape())), ("mask:", .mask(MaskShape())),
    (
      "mask:first=1,last=4,char=#",
      .mask(MaskShape(character: [UInt8(ascii: "#")], first: 1, last: 4))
    ),
    ("mask:char=•", .mask(MaskShape(character: Array("•".utf8)))),
    ("pseudonym", .pseudonym), ("remove", .remove), ("truncate", .truncate), ("keep", .keep),
  ])
  func spellingsAreRead(text: String, expected: HitOperator) throws {
    let parsed = try HitOperator(text)
    #expect(parsed == expected)
    #expect(try HitOperator(parsed.text) == expected)
  }

  @Test(arguments: [
    ("hash", "unkeyed hash"), ("drop", "--drop FIELD"),
    ("null", "--null FIELD"), ("encrypt", "not supported"), ("repalce", "did you mean replace?"),
    ("", "unknown operator"), ("Mask", "did you mean mask?"), ("keep:1", "nothing behind it"),
    ("mask:4", "expected mask:first=N"), ("mask:first=-1", "from 0 to"),
    ("mask:first=1,first=2", "each once"), ("mask:keep=1", "mask takes"),
    ("mask:char=ab", "one character"), ("mask:char=", "one character"),
    ("mask:char=\u{200B}", "one character"), ("mask:char=\u{1B}", "one character"),
    ("mask:char=0", "no digit"), ("mask:char=٣", "no digit"),
  ])
  func othersAreRefusedWithTheReason(text: String, part: String) throws {
    let problem = #expect(throws: RuleProblem.self) { try HitOperator(text) }
    #expect(problem?.reason.contains(part) == true)
  }
}
