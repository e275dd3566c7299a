public import Bytes
public import Compression

extension DecodedSource {
  /// Opens a file, or standard input for nil; with `decodes`, gzip and Zstandard are decoded.
  ///
  /// - Throws: `failure`, with the name of the file and what the system says.
  public init(opening file: Path?, decodes: Bool = true) throws(Problem) {
    guard file != nil || StandardStreams.hasInput else {
      throw Problem(reading: nil, .system(SystemError("read", StandardStreams.closedStreamCode)))
    }
    do throws(SystemError) {
      let descriptor = try file?.openForReading() ?? .standardInput
      descriptor.widenPipe(to: 1024 * 1024)
      self.init(descriptor, decodes: decodes)
    } catch {
      throw Problem(reading: file, .system(error))
    }
  }
}
