public import Bytes
public import DecisionEvent
import EventJSON

/// Writes a compiled selection as JSON, for `--explain`.
public enum Explanation {
  /// Compiles `request` and appends its tree as one line.
  ///
  /// A node is `{"all":[..]}`, `{"any":[..]}`, `{"not":..}`, or a test
  /// `{"field":..,"paths":[..],"test":..,"values":[..]}` with the paths that are tried in turn.
  ///
  /// - Throws: the option, and what of it can't be understood.
  public static func write(
    _ request: SelectionRequest, isInverted: Bool, now: Timestamp, into output: inout Output
  ) throws(SelectionProblem) {
    let (_, compiler, root) = try Selection.compile(request, now: now)
    output.append("{\"keep\":")
    output.append(json: isInverted ? "what does not fit" : "what fits")
    output.append(",\"selection\":")
    write(root, compiler, request.dictionary, into: &output)
    output.append("}\n")
  }

  private static func write(
    _ node: Int, _ compiler: SelectionCompiler, _ dictionary: EventDictionary,
    into output: inout Output
  ) {
    switch compiler.nodes[node] {
    case .test(let test): write(compiler.labels[test], dictionary, into: &output)
    case .not(let child):
      output.append("{\"not\":")
      write(child, compiler, dictionary, into: &output)
      output.append(.closeBrace)
    case .all(let children), .any(let children):
      if case .all = compiler.nodes[node] {
        output.append("{\"all\":[")
      } else {
        output.append("{\"any\":[")
      }
      for (index, child) in children.enumerated() {
        if index > 0 { output.append(.comma) }
        write(child, compiler, dictionary, into: &output)
      }
      output.append("]}")
    }
  }

  private static func write(
    _ label: SelectionLabel, _ dictionary: EventDictionary, into output: inout Output
  ) {
    output.append("{\"field\":")
    output.append(json: label.field)
    if let field = CanonicalField(name: label.field) {
      output.append(",\"paths\":")
      write(dictionary.paths(of: field).map(\.description), into: &output)
    }
    output.append(",\"test\":")
    output.append(json: label.comparison)
    output.append(",\"values\":")
    write(label.values, into: &output)
    output.append(.closeBrace)
  }

  private static func write(_ texts: [String], into output: inout Output) {
    output.append(.openBracket)
    for (index, text) in texts.enumerated() {
      if index > 0 { output.append(.comma) }
      output.append(json: text)
    }
    output.append(.closeBracket)
  }
}
