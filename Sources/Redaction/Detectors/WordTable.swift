/// Words in lower case with a tag each, in one array by a hash of their first two bytes: looking
/// for all of them at a place costs a step or two.
struct WordTable: Sendable {
  /// For each word its length, its tag and its bytes; a length of 0 ends those of one slot.
  private let bytes: [UInt8]
  /// Where the words of each slot begin.
  private let starts: [Int]

  /// A table of lists with spaces between their words.
  init(_ lists: [(tag: UInt8, words: String)]) {
    var bySlot = [[UInt8]](repeating: [], count: 128)
    for list in lists {
      for word in list.words.utf8.split(separator: UInt8(ascii: " ")) {
        let bytes = Array(word)
        precondition(bytes.count >= 2, "a word of a table has two bytes")
        bySlot[Self.slot(bytes[0], bytes[1])] += [UInt8(bytes.count), list.tag] + bytes
      }
    }
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for words in bySlot {
      starts.append(bytes.count)
      bytes += words + [0]
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The first entry of the words that may stand at a place of a name.
  func first(_ name: borrowing FoldedName, at place: Int) -> Int {
    starts[Self.slot(name[place], name[place + 1])]
  }

  /// The next word from `entry` on that stands at a place of a name, or nil.
  func next(
    _ entry: inout Int, in name: borrowing FoldedName, at place: Int
  ) -> (length: Int, tag: UInt8)? {
    while bytes[entry] != 0 {
      let length = Int(bytes[entry])
      let word = entry + 2
      entry = word + length
      if bytes[word] == name[place], matches(word, length, name, place) {
        return (length, bytes[word - 1])
      }
    }
    return nil
  }

  private func matches(
    _ word: Int, _ length: Int, _ name: borrowing FoldedName, _ place: Int
  ) -> Bool {
    guard name.count - place >= length else { return false }
    for index in 1..<length where bytes[word + index] != name[place + index] {
      return false
    }
    return true
  }

  private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
    Int((first &* 11 &+ second) & 127)
  }
}
