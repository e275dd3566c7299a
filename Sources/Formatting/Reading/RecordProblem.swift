import EventJSON

/// What is wrong with a record of a CSV or TSV file, and at which byte.
struct RecordProblem: Error, Equatable {
  /// The rules of RFC 4180, and of the columns, that a record can break.
  enum Kind: Equatable {
    /// A quote inside a cell that does not begin with one.
    case quoteInBareCell
    /// Something else than a delimiter or a line break behind a closing quote.
    case bytesBehindQuote
    /// A quoted cell that the file ends in.
    case unclosedQuote
    /// A carriage return without a line feed outside of quotes.
    case loneCarriageReturn
    /// Another number of cells than the header has.
    case cellCount(found: Int, expected: Int)
    /// A record over --max-line.
    case tooLong(limit: Int)
    /// A byte sequence that is not UTF-8 (RFC 3629).
    case invalidUTF8
    /// A cell of a column of the type json that holds something else.
    case notJSON(column: String, JSONProblem.Kind)
    /// A cell of a column of lists that holds another JSON value.
    case notAList(column: String)
    /// A list of another length than the lists that it goes with.
    case listLength(column: String, found: Int, expected: Int)
  }

  let kind: Kind
  /// The offset of the byte where it shows, from 0.
  let offset: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What is wrong, for a message: the names in it are those of columns, quoted.
  var reason: String {
    switch kind {
    case .quoteInBareCell: "a quote inside a cell without quotes"
    case .bytesBehindQuote: "more bytes behind the closing quote of a cell"
    case .unclosedQuote: "the file ends inside a quoted cell"
    case .loneCarriageReturn: "a carriage return outside of quotes that ends no line"
    case .cellCount(let found, let expected):
      "\(found) \(found == 1 ? "cell" : "cells") where the header has \(expected)"
    case .tooLong(let limit): "record longer than \(limit) bytes"
    case .invalidUTF8: "invalid UTF-8"
    case .notJSON(let column, let kind):
      "column \(column): not JSON: \(Self.reason(kind))"
    case .notAList(let column): "column \(column): not a list"
    case .listLength(let column, let found, let expected):
      "column \(column): a list of \(found) beside one of \(expected)"
    }
  }

  /// What is wrong with a cell of JSON, where another word is meant than for a line.
  private static func reason(_ kind: JSONProblem.Kind) -> String {
    switch kind {
    case .trailingBytes: "more bytes behind the value"
    case .unexpectedEnd: "the cell ends inside the value"
    default: JSONProblem(kind, at: 0).reason
    }
  }
}
