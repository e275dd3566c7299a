import Stages

@testable import Sourcing

/// A pump of a source that writes nothing.
func quietPump() -> Pump<SourceStage> {
  var options = PumpOptions()
  options.framing = .ignore
  options.emission = .nothing
  return Pump(
    SourceStage(SourceRequest()), options: options,
    tool: ToolIdentity(name: "kt-source", version: "0.1.0", options: ""))
}
