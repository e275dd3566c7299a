import ArgumentParser
import Command
import DecisionEvent
import Formatting
import Stages

/// To what.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format to write: \(FormatRegistry.all.map(\.name).joined(separator: ", ")).",
      valueName: "format"))
  var to = "jsonl"
  @Flag(
    help: """
      Hand the document to kt-sink inside a frame that says it is whole; for events, write a \
      framed stream even where the input is not framed.
      """)
  var frame = false
}

/// Which fields are written, and under which names.
struct FieldOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The fields to write, in this order: canonical names, and raw .paths; with hec also constants, "
        + "name=value.",
      valueName: "a,b.c,.raw.path"))
  var fields: [String] = []
  @Flag(help: "With jsonl: every canonical name in every event, whatever its shape.")
  var canonical = false
  @Flag(help: "Write names such as user_email, as warehouses take them.")
  var underscores = false

  func fill(_ request: inout FormatRequest) {
    if !fields.isEmpty {
      request.fields = fields.flatMap(FieldList.parts)
      request.given.insert(.fields)
    }
    request.set(\.isCanonical, canonical, .canonical)
    request.set(\.hasUnderscores, underscores, .underscores)
  }
}

/// How rows and cells are written.
struct TableOptions: ParsableArguments {
  @Flag(help: "End rows in LF instead of CRLF.")
  var lf = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What stands for null and for what is absent.", valueName: "text"))
  var null: String?
  @Flag(
    help: """
      Write texts that a spreadsheet would run as a formula as they are, without a ' before them: \
      for machines.
      """)
  var noFormulaGuard = false
  @Flag(help: "Begin with a byte order mark, by which Excel knows UTF-8.")
  var excel = false
  @Flag(help: "Write the type behind each name, as in cost:number, for the way back.")
  var typedHeader = false

  func fill(_ request: inout FormatRequest) {
    request.set(\.hasUnixLines, lf, .lf)
    if let null {
      request.null = null
      request.given.insert(.null)
    }
    if noFormulaGuard {
      request.guardsFormulas = false
      request.given.insert(.noFormulaGuard)
    }
    request.set(\.hasByteOrderMark, excel, .excel)
    request.set(\.hasTypedHeader, typedHeader, .typedHeader)
  }
}

/// What surrounds events, or each of them.
struct EnvelopeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The export's name in the json envelope.", valueName: "id"))
  var exportID: String?
  @Option(
    help: ArgumentHelp(
      "The time in the json envelope; default: now.", valueName: "time"))
  var createdAt: String?
  @Flag(help: "Indent JSON for people.")
  var pretty = false

  func fill(_ request: inout FormatRequest) throws(FormatProblem) {
    if let exportID {
      request.exportID = exportID
      request.given.insert(.exportID)
    }
    if let createdAt {
      guard Timestamp(createdAt) != nil else {
        throw FormatProblem(
          "--created-at: \(Quoting.quoted(createdAt)) is not a time; expected RFC 3339")
      }
      request.createdAt = createdAt
      request.given.insert(.createdAt)
    }
    request.set(\.isPretty, pretty, .pretty)
  }
}

extension FormatRequest {
  /// Sets a flag that was given.
  mutating func set(
    _ flag: WritableKeyPath<FormatRequest, Bool>, _ isGiven: Bool, _ option: FormatOption
  ) {
    guard isGiven else { return }
    self[keyPath: flag] = true
    given.insert(option)
  }
}
