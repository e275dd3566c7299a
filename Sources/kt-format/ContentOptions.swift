import ArgumentParser
import Formatting

/// Which parts of an event are written.
struct ContentOptions: ParsableArguments {
  @Flag(help: "Write what was asked and answered, too, where a format leaves it out.")
  var texts = false

  func fill(_ request: inout FormatRequest) {
    request.set(\.includesTexts, texts, .texts)
  }
}
