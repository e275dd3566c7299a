import ArgumentParser
import Bytes
import Stages
import Testing

@testable import Command

@Suite struct StreamOptionsTests {
  @Test(arguments: [
    ("1", 1), ("1000000", 1_000_000), ("64K", 65_536), ("64M", 67_108_864), ("1G", 1_073_741_824),
    ("64k", 65_536), ("64m", 67_108_864), ("1g", 1_073_741_824), ("64KiB", 65_536),
    ("64MB", 67_108_864),
    ("100B", 100), ("007", 7), ("8589934591G", 9_223_372_035_781_033_984),
  ])
  func bytesAreCountedInPowersOf1024(text: String, bytes: Int) {
    #expect(ByteCount(argument: text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", "0", "0K", "-1", "+1", "K", "B", "KiB", "iB", "1.5M", "1 K", " 1", "1T", "1KK", "1KBB",
    "0x10",
    "1e6", "\u{661}", "9223372036854775808", "8589934592G", "99999999999999999999G", "1K\u{301}",
    "64iB", "1_000", "5\u{DF}",
  ])
  func whatIsNoNumberOfBytesIsRefused(text: String) {
    #expect(ByteCount(argument: text)?.bytes == nil)
  }

  @Test func defaultsAreThoseOfTheConventions() throws {
    let options = try StreamOptions.parse([]).pumpOptions
    #expect(options.onError == .fail && options.maximumLine == 64 * 1024 * 1024)
    #expect(options.rejects == nil && options.maximumBytes == nil && !options.showsProgress)
    #expect(options.framing == .keep && options.limit == nil)
  }

  @Test func optionsReachThePump() throws {
    let options = try StreamOptions.parse([
      "--on-error", "skip", "--rejects", "r", "--max-line", "1K", "--stats-as-json", "--progress",
    ]).pumpOptions
    #expect(options.onError == .skip && options.maximumLine == 1_024)
    #expect(options.rejects == Path("r") && options.statistics == .json && options.showsProgress)
    #expect(try InputLimitOptions.parse(["--max-bytes", "2K"]).maximum == 2_048)
  }

  @Test(arguments: [
    ["--on-error", "ignore"], ["--max-line", "0"], ["--max-line", "3G"], ["--stats=xml"],
    ["--unknown"],
  ])
  func badOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try StreamOptions.parse(arguments) }
  }
}
