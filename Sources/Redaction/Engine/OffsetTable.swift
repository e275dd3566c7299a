import Bytes
import EventJSON

/// Where each byte of a decoded text stands in the line that it was decoded from.
///
/// Only what is spelled otherwise than it reads has an entry (spec/redaction.md, section 1,
/// "Text"); between two entries offsets run alike:
/// ```
///   raw   say \"hi\u0021\" now        decoded   say "hi!" now
///             ^^  ^^^^^^^^                          ^  ^^
/// ```
struct OffsetTable: Sendable {
  /// A part whose decoded bytes are not those of the line.
  private struct Piece {
    let decodedStart: Int32
    let decodedEnd: Int32
    let rawStart: Int32
    let rawEnd: Int32
  }

  private var pieces: [Piece] = []
  /// Where the text begins in the line.
  private var rawStart = 0

  init() { pieces.reserveCapacity(256) }

  /// Starts over for a text that begins at `rawStart` of its line.
  mutating func begin(at rawStart: Int) {
    self.rawStart = rawStart
    pieces.removeAll(keepingCapacity: true)
  }

  /// Notes that `decoded` was made of `raw`; in order.
  mutating func add(decoded: (start: Int, end: Int), raw: (start: Int, end: Int)) {
    pieces.append(
      Piece(
        decodedStart: Int32(truncatingIfNeeded: decoded.start),
        decodedEnd: Int32(truncatingIfNeeded: decoded.end),
        rawStart: Int32(truncatingIfNeeded: raw.start),
        rawEnd: Int32(truncatingIfNeeded: raw.end)))
  }

  /// Where a hit begins in the line that begins at `offset` of the text; inside an escape, the
  /// whole of it belongs to the hit.
  func rawStart(of offset: Int) -> Int {
    guard let piece = lastPiece(where: { Int($0.decodedStart) <= offset }) else {
      return rawStart + offset
    }
    return offset < Int(piece.decodedEnd)
      ? Int(piece.rawStart) : Int(piece.rawEnd) + offset - Int(piece.decodedEnd)
  }

  /// Where a hit ends in the line that ends at `offset` of the text.
  func rawEnd(of offset: Int) -> Int {
    guard let piece = lastPiece(where: { Int($0.decodedStart) < offset }) else {
      return rawStart + offset
    }
    return offset <= Int(piece.decodedEnd)
      ? Int(piece.rawEnd) : Int(piece.rawEnd) + offset - Int(piece.decodedEnd)
  }

  /// The last piece that fits; those that fit stand before those that don't.
  private func lastPiece(where fits: (Piece) -> Bool) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if fits(pieces[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : nil
  }
}
