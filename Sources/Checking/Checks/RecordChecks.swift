import Bytes
import DecisionEvent

/// Asks of each event which model answered, and what the answer refers to.
struct RecordChecks {
  private let model, provider: Operand
  private let citations, citationVersions: Operand

  init(_ query: inout EventQuery) {
    model = query.operand(.model)
    provider = query.operand(.provider)
    citations = query.operand(.citations)
    citationVersions = query.operand(.citationVersion)
  }

  /// Judges the event that `reader` has just scanned.
  func judge(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ judgement: inout Judgement
  ) {
    judgement.ask(.model)
    judgement.find(.noModel, unless: reader.isFilled(model, in: line))
    judgement.find(.noProvider, unless: reader.isFilled(provider, in: line))
    reader.eachElement(of: citations, and: citationVersions) { reader, asset, version in
      judgement.ask(.citations)
      judgement.find(.noAsset, unless: reader.isFilled(asset, in: line))
      judgement.find(.noAssetVersion, unless: reader.isFilled(version, in: line))
    }
  }
}
