public import Bytes
import Commitments
public import Digests

/// The files that carry a proof and a checkpoint to other tools (spec/integrity.md, section 2.5).
public enum ProofFile {
  /// Appends a proof that one entry is in the log: C2SP tlog-proof.
  ///
  /// `path` is the inclusion path, `extra` what is needed to make the leaf out of the entry, and
  /// `checkpoint` the signed note.
  public static func append(
    entry index: Int, path: [Digest256], extra: Span<UInt8>, checkpoint: [UInt8],
    to output: inout Output
  ) {
    output.append(constant: "c2sp.org/tlog-proof@v1\n")
    if !extra.isEmpty {
      output.append(constant: "extra ")
      Base64.padded.append(extra, to: &output)
      output.append(.newline)
    }
    output.append(constant: "index ")
    output.append(decimal: index)
    output.append(.newline)
    append(path, checkpoint, to: &output)
  }

  /// Appends what asks a witness to sign a checkpoint: the body of C2SP tlog-witness's
  /// `add-checkpoint`, with a proof that the log of `oldSize` leaves became this one.
  public static func append(
    consistencyFrom oldSize: Int, proof: [Digest256], checkpoint: [UInt8],
    to output: inout Output
  ) {
    output.append(constant: "old ")
    output.append(decimal: oldSize)
    output.append(.newline)
    append(proof, checkpoint, to: &output)
  }

  /// A line of base64 for each hash, a blank line, the checkpoint.
  private static func append(
    _ hashes: [Digest256], _ checkpoint: [UInt8], to output: inout Output
  ) {
    for hash in hashes {
      let bytes = hash.bytes
      Base64.padded.append(bytes.span, to: &output)
      output.append(.newline)
    }
    output.append(.newline)
    output.append(contentsOf: checkpoint)
  }
}
