import Foundation

/// The arguments of a C program.
typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// A program that gives libFuzzer's inputs to a check, or writes the inputs to begin with.
///
///     FuzzX --seeds FOLDER
///     FuzzX [OPTION of libFuzzer]... [FOLDER]...
public enum Fuzzing {
  /// What says what does not hold of an input.
  public typealias Check = @Sendable ([UInt8]) -> String?

  // Written once, before the loop begins.
  nonisolated(unsafe) fileprivate static var check: Check = { _ in nil }

  /// Runs the program.
  public static func run(_ seeds: [[UInt8]], _ check: @escaping Check) throws {
    let words = CommandLine.arguments
    if words.count == 3, words[1] == "--seeds" { return try write(seeds, to: words[2]) }
    unsafe Self.check = check
    var count = CommandLine.argc
    var arguments = unsafe CommandLine.unsafeArgv
    // Safe: both are what the C library gave to the program.
    exit(unsafe runDriver(&count, &arguments) { unsafe test($0, $1) })
  }

  private static func write(_ seeds: [[UInt8]], to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for (number, seed) in seeds.enumerated() {
      try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(number)"))
    }
  }
}

/// Traps where the check does not hold of an input, which makes libFuzzer keep it.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // Safe: libFuzzer hands out `count` readable bytes at `start`; they are copied.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let complaint = unsafe Fuzzing.check(input) {
    FileHandle.standardError.write(Data("does not hold: \(complaint)\n".utf8))
    preconditionFailure()
  }
  return 0
}
