import Bytes
import Commitments
import Digests
import Foundation
import TestSupport
import Testing

/// The vectors of the format, read from their files.
enum Vectors {
  static func data(_ name: String) throws -> Data {
    let folder = Locations.repository.appendingPathComponent("Tests/IntegrityTests/Vectors/kt")
    return try Data(contentsOf: folder.appendingPathComponent(name))
  }

  static func rows<Row: Decodable>(_ name: String, of type: Row.Type) throws -> [Row] {
    try data(name).split(separator: 0x0A).map { try decoder.decode(Row.self, from: $0) }
  }

  static func document<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try decoder.decode(Value.self, from: data(name))
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  /// The bytes that pairs of hexadecimal digits stand for.
  static func bytes(_ hexadecimal: String) throws -> [UInt8] {
    let digits = Array(hexadecimal)
    return try stride(from: 0, to: digits.count, by: 2).map {
      try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
    }
  }

  static func seed(_ hexadecimal: String) throws -> Digest128 {
    Digest128(try bytes(hexadecimal))
  }

  static func digest(_ hexadecimal: String) throws -> Digest256 {
    let bytes = try bytes(hexadecimal)
    let digest = Digest256(bytes.span)
    return try #require(digest)
  }

  struct SaltFile: Decodable {
    let saltHex: String
    let saltId: String
    let masterHex: String
    let exportSalt: Derived

    struct Derived: Decodable {
      let origin: String
      let export: String
      let hex: String
    }
  }

  /// The salt of the vectors of commitments.
  static func salt() throws -> ExportSalt {
    let bytes = try bytes(document("salt.json", as: SaltFile.self).saltHex)
    return try #require(ExportSalt(bytes: bytes))
  }
}

/// The event of the specification's section 8, and what is said of it there.
enum WorkedExample {
  static let line =
    #"{"event_id":"evt_001","team":"legal","cost_usd":4.70e-3,"seq":1767225600123456789,"#
    + #""input":"Contact jane.doe@company.com, please.","content_hashes":{"input":"sha256:"#
    + #"039cdb909b788620ba27797cbc54c9687227815f740863f9a37b7c22dae93816"},"citations":[]}"#

  static let redacted =
    #"{"_kt":{"mask":{"/content_hashes/input":1,"/input":[[8,17,1]]},"open":"#
    + #""En8QnADz0SHr3moltnEVuaHfscYTCNR6B1_YPnQ1wv-nKRi6HzybAj_ZSHY6A6u-IVMsc-oM_VUTYH2wRFbe"#
    + "R1geKb0MkcyXE2ZbDiQpaPdSS1UcHXruRTvJKiVfwB8mYvHTpqnmbfjppXtUXg39D0KvhGa4AGUGOXs4HkMPkj3"
    + "mR7ufEP0nZxMlEOsdJ59mdnu4lx-YVS0F0dgg1g9Ckg"
    + #""},"citations":[],"content_hashes":{"input":"[REDACTED]"},"cost_usd":0.0047,"#
    + #""event_id":"evt_001","input":"Contact [EMAIL], please.","seq":1767225600123456789,"#
    + #""team":"legal"}"#

  static func salt() throws -> ExportSalt {
    try #require(ExportSalt(bytes: (0..<32).map { UInt8($0) }))
  }
}
