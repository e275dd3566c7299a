import Glibc

/// A POSIX extended regular expression, compiled and run by the C library in the C locale.
///
/// The C library tries an expression at every place in turn, which takes quadratic time where many
/// places begin a match that fails. So the expression is compiled behind `^` and anything, which
/// it runs through once. Back-references are refused because they make matching exponential, and
/// repetitions whose bounds multiply to more than 1,000 because they make the automaton huge.
@safe
public final class PosixExpression: Sendable {
  /// Why a pattern was refused.
  public struct Problem: Error, Equatable, Sendable {
    /// The sentence for a message.
    public let reason: String
  }

  /// The pattern as it was given.
  public let pattern: String
  // Written by init and freed by deinit; regexec only reads it.
  nonisolated(unsafe) private let compiled: UnsafeMutablePointer<regex_t>

  /// Compiles a pattern.
  ///
  /// - Throws: why it is none (POSIX.1-2017, section 9.4), or costs more than `ExpressionLimits`
  ///   allows.
  public init(_ pattern: String, ignoringCase: Bool = false) throws(Problem) {
    if let reason = ExpressionLimits.refusal(of: pattern) { throw Problem(reason: reason) }
    self.pattern = pattern
    let flags = REG_EXTENDED | REG_NOSUB | (ignoringCase ? REG_ICASE : 0)
    // The pattern must be whole by itself, or its brackets could pair with those around it.
    let alone = unsafe try Self.compile(pattern, flags)
    unsafe regfree(alone)
    unsafe alone.deallocate()
    // A dot does not match NUL, and a bracket does.
    let enclosed = ExpressionLimits.enclosable(pattern)
    unsafe compiled = unsafe try Self.compile("^(.|[^.])*(\(enclosed))", flags)
  }

  private static func compile(
    _ pattern: String, _ flags: Int32
  ) throws(Problem) -> UnsafeMutablePointer<regex_t> {
    let compiled: UnsafeMutablePointer<regex_t> = .allocate(capacity: 1)
    unsafe compiled.initialize(to: regex_t())
    let code = unsafe regcomp(compiled, pattern, flags)
    if code == 0 { return unsafe compiled }
    var message = [CChar](repeating: 0, count: 256)
    // Safe: regerror writes at most 256 bytes and ends them with NUL.
    _ = unsafe message.withUnsafeMutableBufferPointer { buffer in
      unsafe regerror(code, compiled, buffer.baseAddress, buffer.count)
    }
    unsafe compiled.deallocate()
    let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    throw Problem(reason: String(decoding: text, as: UTF8.self).lowercased())
  }

  deinit {
    unsafe regfree(compiled)
    unsafe compiled.deallocate()
  }

  /// Whether the pattern matches anywhere in `text`, which may hold NUL bytes.
  public func matches(_ text: Span<UInt8>) -> Bool {
    // Safe: with REG_STARTEND, regexec reads 0 ..< count and looks for no NUL; the empty span's
    // missing address is replaced by one that is not read.
    unsafe text.withUnsafeBufferPointer { buffer in
      let startAndEnd: Int32 = 1 << 2  // REG_STARTEND, which the overlay hides.
      var range = regmatch_t(rm_so: 0, rm_eo: regoff_t(buffer.count))
      return unsafe withUnsafeMutablePointer(to: &range) { range in
        let address = unsafe UnsafeRawPointer(buffer.baseAddress) ?? UnsafeRawPointer(range)
        let characters = unsafe address.assumingMemoryBound(to: CChar.self)
        return unsafe regexec(compiled, characters, 1, range, startAndEnd) == 0
      }
    }
  }
}
