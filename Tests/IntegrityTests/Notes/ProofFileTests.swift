import Bytes
import Commitments
import Digests
import Integrity
import TestSupport
import Testing

@Suite struct ProofFileTests {
  private let checkpoint = Array("log\n2\nroot\n\n\u{2014} log AAAAAAA=\n".utf8)
  private let hash: String

  init() {
    hash = String(decoding: Base64.padded.encoded(LogVectors.leaves(1)[0].bytes), as: UTF8.self)
  }

  @Test func theProofOfAnEntryIsThatOfC2SP() {
    let extra = Array(#"{"open":"AA"}"#.utf8)
    let file = collect { output in
      ProofFile.append(
        entry: 73894, path: [LogVectors.leaves(1)[0], LogVectors.leaves(1)[0]], extra: extra.span,
        checkpoint: checkpoint, to: &output)
    }
    #expect(
      String(decoding: file, as: UTF8.self) == """
        c2sp.org/tlog-proof@v1
        extra eyJvcGVuIjoiQUEifQ==
        index 73894
        \(hash)
        \(hash)

        log
        2
        root

        \u{2014} log AAAAAAA=

        """)
  }

  @Test func withoutExtraAndPathThereAreNoLinesOfThem() {
    let none: [UInt8] = []
    let file = collect { output in
      ProofFile.append(entry: 0, path: [], extra: none.span, checkpoint: checkpoint, to: &output)
    }
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.hasPrefix("c2sp.org/tlog-proof@v1\nindex 0\n\nlog\n2\nroot\n\n\u{2014} "))
  }

  @Test func theBodyForAWitnessIsThatOfC2SP() {
    let body = collect { output in
      ProofFile.append(
        consistencyFrom: 20_852_014, proof: [LogVectors.leaves(1)[0]], checkpoint: checkpoint,
        to: &output)
    }
    let text = String(decoding: body, as: UTF8.self)
    #expect(text == "old 20852014\n\(hash)\n\n" + String(decoding: checkpoint, as: UTF8.self))
    let first = collect { output in
      ProofFile.append(consistencyFrom: 0, proof: [], checkpoint: checkpoint, to: &output)
    }
    #expect(String(decoding: first, as: UTF8.self).hasPrefix("old 0\n\nlog\n"))
  }
}
