import Bytes
import Digests
import EventJSON

// What is rebuilt from parts.
extension EventCommitment {
  /// Begins a text of several segments, and gives where that begins.
  mutating func beginText() -> Int {
    let base = pending.count
    pending.append(HashDomain.string)
    return base
  }

  /// Appends the commitment to a child or segment.
  mutating func append(_ digest: Digest256) { pending.append(digest) }

  /// Forgets what a refusal left behind.
  mutating func removeAll() { pending.removeAll() }

  /// The commitment to one of several segments, by its text without escapes.
  mutating func digest(ofText text: Span<UInt8>, _ seed: Digest128) -> Digest256 {
    let base = pending.count
    pending.append(HashDomain.value)
    pending.append(seed)
    do throws(CanonicalRefusal) {
      try CanonicalForm.append(string: text, to: &pending)
    } catch {
      preconditionFailure("a part of an accepted text has a canonical form: \(error.rawValue)")
    }
    return digest(from: base)
  }
}

// The hashes themselves.
extension EventCommitment {
  /// The seeds of the left and the right half of a range.
  mutating func split(_ seed: Digest128) -> Digest256 {
    let base = pending.count
    pending.append(HashDomain.split)
    pending.append(seed)
    return digest(from: base)
  }

  /// The commitment to a value that has nothing below it.
  mutating func digest(of canonical: Span<UInt8>, _ seed: Digest128) -> Digest256 {
    let base = pending.count
    pending.append(HashDomain.value)
    pending.append(seed)
    pending.append(canonical)
    return digest(from: base)
  }

  /// The commitment to one of several segments, by its canonical form without quotes.
  mutating func digest(ofSegment inside: Span<UInt8>, _ seed: Digest128) -> Digest256 {
    let base = pending.count
    pending.append(HashDomain.value)
    pending.append(seed)
    pending.append(.quote)
    pending.append(inside)
    pending.append(.quote)
    return digest(from: base)
  }

  /// The hash of what stands in the block from `base` on, which is taken out.
  mutating func digest(from base: Int) -> Digest256 {
    count(pending.count - base)
    let digest = Digest256(of: pending.bytes.extracting(base..<pending.count))
    pending.truncate(to: base)
    return digest
  }

  /// Counts one hash of so many bytes.
  mutating func count(_ bytes: Int) {
    hashCount += 1
    hashedByteCount += bytes
  }
}

// What stands above and below the tree of an event.
extension EventCommitment {
  /// The plain digest of a canonical form.
  mutating func digest(of canonical: Span<UInt8>) -> Digest256 {
    count(canonical.count)
    return Digest256(of: canonical)
  }

  /// The seed of an event with a digest, under the bytes of a salt.
  mutating func seed(of digest: Digest256, _ salt: Digest256) -> Digest128 {
    let base = pending.count
    pending.append(HashDomain.eventSeed)
    pending.append(salt)
    pending.append(digest)
    return self.digest(from: base).leading
  }

  /// The leaf of the log for an event with this root.
  mutating func leaf(ofRoot root: Digest256) -> Digest256 {
    let base = pending.count
    pending.append(HashDomain.logLeaf)
    pending.append(constant: "kt-event/1\n")
    pending.append(root)
    return digest(from: base)
  }
}
