import Bytes
import DecisionEvent
import EventJSON

@testable import Formatting

/// What must hold of tables, whatever is in them: tests of random ones and the fuzzer share it.
///
/// The first byte of an input are options; the rest is lines of events, or with bit 6 a table.
enum TableCheck {
  private static let event = #"""
    {"event_id":"e1","timestamp":"2026-04-22T14:30:00Z","user":{"id":"u","email":"a@x","role":null},
    """#
  private static let rest = #"""
    "model":"openai/gpt-4o","usage":{"input_tokens":1.50,"output_tokens":-0},"input":"=1+1","output":
    """#

  /// Inputs to begin with.
  static let seeds: [[UInt8]] = {
    let line =
      event + rest + #""a \"b\", c\r\n","citations":["x;y",{"asset":"b\\","version":3},null],"#
      + #""policies_evaluated":[{"name":"p;q","verdict":"block"},{"name":""}],"cost_usd":1e400}"#
    let other =
      #"{"id":7,"user":"u@x","team":true,"x":{"y":[1,{"z":"\ud800"}]},"tags":["a","",null,2]}"#
    let events = Array("\(line.filter { $0 != "\n" })\n\(other)\n{}\n".utf8)
    let tables = [
      "id,user,user.email,tokens.input,outcome\r\n\"e\",\"u\",\"u@x\",5,\"blocked\"\r\n,,,,\r\n",
      "id:string,.a.b:json,.t:list\n7,\"\"\"x\"\"\",\"p;q\"\n\"a\nb\",null,\n",
      "policies[].name,policies[].verdict,citations[],citations[].version\n\"a;b\",\"x;\",\"c\",3\n",
    ]
    return (0..<64).filter { $0 < 8 || $0 % 8 == 0 }.map { [UInt8($0)] + events }
      + tables.map { [64] + Array($0.utf8) }
  }()

  /// The columns where bit 4 asks for others than the usual ones; none of them is a part of another.
  private static let fields = [
    "id", "timestamp", "user", "team", "tokens.input", ".x", ".tags", ".cost_usd", ".a.b",
  ]

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    guard let options = input.first else { return nil }
    let rest = Array(input.dropFirst())
    var request = FormatRequest()
    request.hasTypedHeader = options & 2 != 0
    request.hasUnixLines = options & 4 != 0
    request.guardsFormulas = options & 8 == 0
    if options & 16 != 0 { request.fields = fields }
    if options & 32 != 0 { request.null = "\\N" }
    var syntax = options & 1 == 0 ? TableSyntax.csv : .tsv
    syntax.removesGuard = request.guardsFormulas
    syntax.nullText = Array(request.null.utf8)
    if options & 64 != 0 {
      guard let events = TableEvents.read(rest, syntax) else { return nil }
      return wrong(events)
    }
    return roundTrip(rest, request, syntax)
  }

  /// A table of events is strict, and read back gives events of which the same table is made.
  private static func roundTrip(
    _ lines: [UInt8], _ request: FormatRequest, _ syntax: TableSyntax
  ) -> String? {
    let lines = lines.split(separator: .newline).map(Array.init)
    guard let (table, count) = table(of: lines, request, syntax) else { return "no table" }
    if let complaint = PlainTable.complaint(
      about: table, delimiter: syntax.delimiter, records: count + 1,
      lineBreak: request.hasUnixLines ? [.newline] : [.carriageReturn, .newline])
    {
      return complaint
    }
    guard let events = TableEvents.read(table, syntax) else { return "a table is not read" }
    if events.count != count { return "\(events.count) events of \(count) are read" }
    if let complaint = wrong(events) { return complaint }
    guard let (again, _) = Self.table(of: events, request, syntax) else { return "no table again" }
    return again == table ? nil : "read back, a table is another"
  }

  /// The table of those lines that are events, and how many they are.
  private static func table(
    of lines: [[UInt8]], _ request: FormatRequest, _ syntax: TableSyntax
  ) -> (table: [UInt8], count: Int)? {
    var output = Output(capacity: 256)
    var count = 0
    do throws(FormatProblem) {
      var stage = try FormatStage(EventDictionary(), observing: false) {
        query throws(FormatProblem) in
        try DelimitedFormat(request, delimiter: syntax.delimiter, &query)
      }
      for line in lines {
        // Malformed lines write nothing.
        guard (try? stage.process(line.span, into: &output)) != nil else { continue }
        count += 1
      }
      stage.finish(into: &output)
    } catch {
      return nil
    }
    return (Array(copying: output.bytes), count)
  }

  /// Events that are read are events.
  private static func wrong(_ events: [[UInt8]]) -> String? {
    let lookup = LookupBuilder().finish()
    var table = lookup.makeTable()
    for event in events {
      do throws(JSONProblem) {
        try lookup.scan(event.span, into: &table)
      } catch {
        return "no event is read: \(error.reason)"
      }
    }
    return nil
  }
}
