import Bytes
import Foundation
import Integrity
import Testing

@Suite struct SignedNoteTests {
  private func problem(_ text: String) -> NoteProblem? { problem(Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) -> NoteProblem? {
    do throws(NoteProblem) {
      _ = try SignedNote(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsReadIsWrittenWithTheSameBytes() throws {
    for vector in try NoteVectors.all().open where vector.want != "note" {
      let bytes = [UInt8](vector.note)
      #expect(try SignedNote(parsing: bytes).bytes == bytes, "\(vector.name)")
    }
    let path = LogVectors.url("kt/day1/checkpoint")
    let bytes = try [UInt8](Data(contentsOf: path))
    #expect(try SignedNote(parsing: bytes).bytes == bytes)
  }

  @Test func theReasonSaysWhatIsWrong() throws {
    let line = "\u{2014} a AAAAAAA=\n"
    #expect(problem("text\n\n" + line) == nil)
    #expect(problem("\n\n" + line) == nil)
    #expect(problem("text\n" + line) == .form)
    #expect(problem("\n" + line) == .form)
    #expect(problem("") == .form)
    #expect(problem("text\n\n") == .form)
    #expect(problem("text\n\n" + line.dropLast()) == .form)
    #expect(problem("te\txt\n\n" + line) == .characters)
    #expect(problem("te\u{0}xt\n\n" + line) == .characters)
    #expect(problem([0xFF] + Array("\n\n\(line)".utf8)) == .characters)
  }

  @Test func aBlankLineInTheTextStaysInIt() throws {
    let note = try SignedNote(parsing: Array("a\n\nb\n\n\u{2014} a AAAAAAA=\n".utf8))
    #expect(note.text == Array("a\n\nb\n".utf8))
    #expect(note.signatures.count == 1)
  }

  @Test(arguments: [
    "\u{2014}  a AAAAAAA=", "\u{2014} a  AAAAAAA=", "\u{2014} a AAAAAAA= ", "- a AAAAAAA=",
    "\u{2014}\u{A0}a AAAAAAA=", "\u{2014} a+b AAAAAAA=", "\u{2014} a AAAAAAA",
    "\u{2014} a AAAAAAB=",
    "\u{2014} a AAAA", "\u{2014} a AAAAAA==", "\u{2014} a", "\u{2014} a ", " \u{2014} a AAAAAAA=",
    "\u{2014} AAAAAAA=", "\u{2014} a\u{3000}b AAAAAAA=", "\u{2014} a AAAA AAA=",
    "\u{2014} a AAAAA-A=",
  ])
  func aLineOfAnotherFormIsNoSignature(line: String) {
    let good = "\u{2014} a AAAAAAA=\n"
    #expect(problem("text\n\n\(good)\(line)\n") == .signatureLine(2))
  }

  @Test func aHundredSignaturesAreTheMost() throws {
    let line = "\u{2014} a AAAAAAA=\n"
    #expect(problem("text\n\n" + String(repeating: line, count: 100)) == nil)
    #expect(problem("text\n\n" + String(repeating: line, count: 101)) == .tooManySignatures)
    var note = try SignedNote(parsing: Array(("t\n\n" + String(repeating: line, count: 100)).utf8))
    let isNew = note.sign(with: NoteSamples.key("b"))
    #expect(!isNew)
    #expect(note.signatures.count == 100)
  }

  @Test func aKeySignsOnceAndBelowTheOthers() throws {
    let keys = [NoteSamples.key("a"), NoteSamples.key("a"), NoteSamples.key("b")]
    var note = try SignedNote(text: Array("text\n".utf8))
    for key in keys {
      let isNew = [note.sign(with: key), note.sign(with: key)]
      #expect(isNew == [true, false])
    }
    let again = try SignedNote(parsing: note.bytes)
    #expect(again == note)
    #expect(try again.verified(by: keys.map(\.verifier)).map(\.key) == keys.map(\.verifier))
  }

  @Test func onlyTextThatANoteCanHoldIsSigned() {
    for (text, problem) in [
      ("", NoteProblem.form), ("a", .form), ("a\r\n", .characters), ("a\u{7}\n", .characters),
    ] {
      #expect(throws: problem) { try SignedNote(text: Array(text.utf8)) }
    }
  }
}
