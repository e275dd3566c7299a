import Bytes
import Foundation

@testable import EventJSON

/// What must hold of every line, whatever it is: tests of random lines and the fuzzer share it.
enum ScannerCheck {
  /// Lines to begin with.
  static let seeds =
    [
      #"{"event_id":"evt_001","team":"legal","cost_usd":4.70e-3,"policies":[{"name":"a"},{}]}"#,
      #" { "a" : [ 1 , -0.5E+7 , true , false , null ] , "\u0061" : "\"\\\/\b\f\n\r\t\ud83d\ude00" }"#,
      #"{"user":{"id":"ü€😀"},"a":{"b":{"c":[[],{}]}},"a.b":1e400,"x":"\ud800"}"#,
      #"{"a":"a text that is longer than two blocks of sixteen bytes each \u00e9 é"}"#,
      "[1,2]", #""text""#, "-0", "null", "\u{FEFF}{}", "{\"a\":1}\r\n",
    ].map { Array($0.utf8) } + [[0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D], []]

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    scans(input) ?? event(input) ?? value(input)
  }

  /// The scans in blocks, and their plain twins.
  private static func scans(_ input: [UInt8]) -> String? {
    let bytes = input.span
    for start in 0...min(input.count, 33) {
      let stop = ByteScan.scalarStringStop(in: bytes, from: start)
      if ByteScan.stringStop(in: bytes, from: start) != stop { return "stringStop at \(start)" }
      let near = input.count - start < 16 ? start : min(stop, start + 16)
      if ByteScan.nearStringStop(in: bytes, from: start) != near {
        return "nearStringStop at \(start)"
      }
      if ByteScan.firstNonASCII(in: bytes, from: start)
        != ByteScan.scalarFirstNonASCII(in: bytes, from: start)
      {
        return "firstNonASCII at \(start)"
      }
      let byte = input.last ?? 0
      if ByteScan.firstIndex(of: byte, in: bytes, from: start)
        != ByteScan.scalarFirstIndex(of: byte, in: bytes, from: start)
      {
        return "firstIndex at \(start)"
      }
    }
    let isText = String(validating: input, as: UTF8.self) != nil
    return (UTF8Check.firstInvalid(in: bytes) == nil) == isText ? nil : "UTF-8"
  }

  /// The line as an event: accepted or not whatever is read of it.
  private static func event(_ input: [UInt8]) -> String? {
    let refusal = problem(input, [])
    if (refusal == nil) != ReferenceJSON.accepts(input) {
      return "an event is \(refusal?.reason ?? "accepted"), and not by the reference"
    }
    for paths in [["a"], ["a[]", "a.b"], ["user.id", "a[].name", "team", "policies[].name"]] {
      let found = problem(input, paths)
      // Lookups stop at what is read and stands twice; whether more is wrong is not told.
      if case .duplicateMember = found?.kind { continue }
      if found != refusal { return "\(paths): \(String(describing: found))" }
    }
    return nil
  }

  /// What is wrong with a line of which paths are read.
  static func problem(_ line: [UInt8], _ paths: [String]) -> JSONProblem? {
    var builder = LookupBuilder()
    for path in paths {
      // Safe to leave out: the paths above are right.
      if let path = try? FieldPath(path) { _ = builder.slot(for: path) }
    }
    let lookup = builder.finish()
    var table = lookup.makeTable()
    do throws(JSONProblem) {
      try lookup.scan(line.span, into: &table)
      return nil
    } catch {
      return error
    }
  }

  /// The line as any value, beside the reference and Foundation.
  private static func value(_ input: [UInt8]) -> String? {
    let isAccepted = ReferenceJSON.acceptsValue(input)
    let found: Range<Int>
    do throws(JSONProblem) {
      found = try Skip.onlyValue(input.span)
    } catch {
      if isAccepted { return "a value is refused: \(error.reason)" }
      return FoundationJSON.complaint(aboutRefused: input, for: error)
    }
    guard isAccepted else { return "a value is accepted, and not by the reference" }
    return walk(input, field(found, input)) ?? canonical(input)
      ?? FoundationJSON.complaint(aboutAccepted: input)
  }

  static func field(_ range: Range<Int>, _ line: [UInt8]) -> Field {
    var elements = ElementIterator(from: range.lowerBound, to: range.upperBound)
    return elements.next(line.span) ?? .absent
  }

  /// Every way to step through an accepted value ends, inside of it.
  private static func walk(_ line: [UInt8], _ whole: Field) -> String? {
    let bytes = line.span
    var strings = 0
    var values = ValueIterator()
    values.begin(whole, name: .absent)
    while let (value, name) = values.next(bytes) {
      guard value.start >= 0, value.end <= line.count, name.end <= line.count else {
        return "a value outside of its line"
      }
      if value.isString { strings += 1 }
    }
    var iterator = StringIterator(whole)
    while let string = iterator.next(bytes) {
      guard string.end <= line.count else { return "a string outside of its line" }
      strings -= 1
    }
    return strings <= 0 ? nil : "\(strings) strings more by one way than by another"
  }

  /// The canonical form is JSON, and its own canonical form.
  private static func canonical(_ input: [UInt8]) -> String? {
    guard let once = canonicalForm(of: input) else { return nil }
    guard ReferenceJSON.acceptsValue(once) else { return "a canonical form is no JSON" }
    return canonicalForm(of: once) == once ? nil : "a canonical form has another one"
  }

  /// The canonical form of a value, or nil where it is refused.
  static func canonicalForm(of input: [UInt8]) -> [UInt8]? {
    var form = CanonicalForm()
    var output = Output(capacity: 64)
    do throws(CanonicalRefusal) {
      try form.append(value: input.span, to: &output)
    } catch {
      return nil
    }
    return (0..<output.count).map { output.bytes[$0] }
  }
}
