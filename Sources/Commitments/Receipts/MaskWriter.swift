import Bytes
import EventJSON

/// Writes the member `mask` of a receipt: JSON pointers to what a plan masks (spec/integrity.md,
/// section 2.4), sorted as the canonical form wants it.
struct MaskWriter: ~Copyable {
  private var path = Output(capacity: 256)
  private var unsorted = Output(capacity: 1024)
  private var form = CanonicalForm()

  /// Appends the mask; nothing where nothing is masked.
  mutating func append(
    _ tree: borrowing MaskedTree, _ plan: borrowing MaskPlan, _ bytes: Span<UInt8>,
    to output: inout Output
  ) {
    guard plan.marks[0].display != .visible else { return }
    path.removeAll()
    unsorted.removeAll()
    unsorted.append(.openBrace)
    write(0, tree, plan, bytes)
    unsorted.append(.closeBrace)
    Self.sort(unsorted, &form, to: &output)
  }

  private static func sort(
    _ mask: borrowing Output, _ form: inout CanonicalForm, to output: inout Output
  ) {
    do throws(CanonicalRefusal) {
      try form.append(value: mask.bytes, to: &output)
    } catch {
      preconditionFailure("pointers to different values differ: \(error.rawValue)")
    }
  }

  private mutating func write(
    _ node: Int, _ tree: borrowing MaskedTree, _ plan: borrowing MaskPlan, _ bytes: Span<UInt8>
  ) {
    let mark = plan.marks[node]
    switch mark.display {
    case .visible: return
    case .masked:
      Self.writeKey(path, to: &unsorted)
      unsorted.append(.zero + 1)
    case .mixed where tree.nodes[node].isString:
      Self.writeKey(path, to: &unsorted)
      write(plan.zones[mark.zones])
    case .mixed:
      let length = path.count
      var child = node + 1
      for number in 0..<tree.nodes[node].childCount {
        path.append(.slash)
        if tree.nodes[node].kind == .array {
          path.append(decimal: number)
        } else {
          appendName(bytes.extracting(tree.nodes[child].name))
        }
        write(child, tree, plan, bytes)
        path.truncate(to: length)
        child = tree.nodes[child].next
      }
    }
  }

  /// Writes a pointer; its names are escaped for JSON as they are in the canonical form.
  private static func writeKey(_ path: borrowing Output, to output: inout Output) {
    // Behind the brace there is a comma to write.
    if output.count > 1 { output.append(.comma) }
    output.append(.quote)
    output.append(path.bytes)
    output.append(.quote)
    output.append(.colon)
  }

  private mutating func write(_ zones: ArraySlice<MaskZone>) {
    for zone in zones {
      unsorted.append(zone == zones.first ? .openBracket : .comma)
      unsorted.append(.openBracket)
      unsorted.append(decimal: zone.start)
      unsorted.append(.comma)
      unsorted.append(decimal: zone.end)
      unsorted.append(.comma)
      unsorted.append(decimal: zone.count)
      unsorted.append(.closeBracket)
    }
    unsorted.append(.closeBracket)
  }

  /// Appends a name, a canonical string, as a part of a pointer.
  private mutating func appendName(_ string: Span<UInt8>) {
    JSONPointer.append(name: string.extracting(1..<string.count - 1), to: &path)
  }
}
