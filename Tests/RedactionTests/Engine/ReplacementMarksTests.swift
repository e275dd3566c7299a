import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Redaction

@Suite struct ReplacementMarksTests {
  private func written(_ marks: ReplacementMarks, _ kind: UInt8, in value: String) -> String {
    let bytes = Array(value.utf8)
    var writer = JSONWriter()
    var output = Output(capacity: 64)
    writer.beginObject(into: &output)
    marks.write(kind, in: bytes.span, &writer, into: &output)
    writer.endObject(into: &output)
    return text(output.bytes)
  }

  @Test func aReplacementStandsWhereItWasWritten() {
    var marks = ReplacementMarks(isWanted: true)
    marks.beginRound()
    marks.add(1, 4..<9)
    marks.add(2, 10..<12)
    marks.add(1, 13..<15)
    marks.endRound()
    #expect(written(marks, 1, in: "0123456789012345") == #"{"at":[[4,9],[13,15]]}"#)
    #expect(written(marks, 2, in: "0123456789012345") == #"{"at":[[10,12]]}"#)
    #expect(written(marks, 3, in: "0123456789012345") == #"{"at":[]}"#)
  }

  @Test func placesAreThoseOfTheTextAndNotOfItsEscapes() {
    var marks = ReplacementMarks(isWanted: true)
    marks.beginRound()
    marks.add(1, 4..<7)
    marks.endRound()
    #expect(written(marks, 1, in: #"\n\"[X] \u0041"#) == #"{"at":[[2,5]]}"#)
  }

  @Test func laterRoundsMoveWhatStaysAndForgetWhatIsCut() {
    var marks = ReplacementMarks(isWanted: true)
    marks.beginRound()
    marks.add(1, 2..<4)
    marks.add(1, 10..<12)
    marks.add(1, 14..<16)
    marks.endRound()
    // The second round replaces 9 ..< 13 by three bytes.
    marks.beginRound()
    marks.keep(0..<9, movedTo: 0)
    marks.add(2, 9..<12)
    marks.keep(13..<20, movedTo: 12)
    marks.endRound()
    let value = String(repeating: "x", count: 19)
    #expect(written(marks, 1, in: value) == #"{"at":[[2,4],[13,15]]}"#)
    #expect(written(marks, 2, in: value) == #"{"at":[[9,12]]}"#)
  }

  @Test func aRoundThatIsNotEndedChangesNothing() {
    var marks = ReplacementMarks(isWanted: true)
    marks.beginRound()
    marks.add(1, 2..<4)
    marks.endRound()
    marks.beginRound()
    marks.keep(0..<9, movedTo: 5)
    #expect(written(marks, 1, in: "0123456789") == #"{"at":[[2,4]]}"#)
    marks.removeAll()
    #expect(written(marks, 1, in: "0123456789") == #"{"at":[]}"#)
  }

  @Test func nobodyIsToldWhatNobodyAskedFor() {
    var marks = ReplacementMarks(isWanted: false)
    marks.beginRound()
    marks.add(1, 2..<4)
    marks.endRound()
    #expect(written(marks, 1, in: "0123456789") == "{}")
  }
}
