@testable import Redaction

/// The arguments of a C program.
public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// What libFuzzer calls with each input: traps where the check does not hold, which it keeps.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // Safe: libFuzzer hands out `count` readable bytes at `start`; they are copied.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let complaint = RedactionCheck.complaint(about: input) { preconditionFailure(complaint) }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The entry point by the name that the package manager links a program's to.
@_cdecl("FuzzRedaction_main")
public func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var count = count
  var arguments = unsafe arguments
  // Safe: both are what the C library gave to the program.
  return unsafe runDriver(&count, &arguments) { unsafe fuzz($0, $1) }
}
