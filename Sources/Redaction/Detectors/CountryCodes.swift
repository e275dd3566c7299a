/// Country codes of the international telephone numbering plan (ITU-T E.164, list of assigned
/// country codes) and how many digits a national number behind each may have.
///
/// No code begins another, so the first one that fits is the one.
enum CountryCodes {
  /// A country code at the beginning of digits.
  struct Match {
    /// How many digits the code has: 1 to 3.
    let length: Int
    /// How many digits the national number behind it has at least.
    let fewest: Int
    /// And at most.
    let most: Int
  }

  /// The code that begins with the digits 0 to 9 given, or nil; the third may be absent (255).
  static func match(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Match? {
    guard first > 0, first < 10 else { return nil }
    if let match = entry(Int(first), 1) { return match }
    guard second < 10 else { return nil }
    let two = Int(first) * 10 + Int(second)
    if let match = entry(two, 2) { return match }
    guard third < 10 else { return nil }
    return entry(two * 10 + Int(third), 3)
  }

  private static func entry(_ code: Int, _ length: Int) -> Match? {
    let lengths = table[code]
    guard lengths != 0 else { return nil }
    return Match(length: length, fewest: Int(lengths >> 4), most: Int(lengths & 15))
  }

  /// Fewest digits in the high half of a byte, most in the low one; 0 where no code is.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 1_000)
    for row in rows { table[row.0] = UInt8(row.1 << 4 | row.2) }
    return table
  }()

  private static let rows: [(Int, Int, Int)] = [
    // North America; Russia, Kazakhstan
    (1, 10, 10), (7, 10, 10),
    // Africa
    (20, 8, 10), (27, 9, 9), (211, 9, 9), (212, 9, 9), (213, 8, 9), (216, 8, 8), (218, 8, 10),
    (220, 7, 7), (221, 9, 9), (222, 8, 8), (223, 8, 8), (224, 8, 9), (225, 8, 10), (226, 8, 8),
    (227, 8, 8), (228, 8, 8), (229, 8, 10), (230, 7, 8), (231, 7, 9), (232, 8, 8), (233, 9, 9),
    (234, 8, 10), (235, 8, 8), (236, 8, 8), (237, 8, 9), (238, 7, 7), (239, 7, 7), (240, 9, 9),
    (241, 7, 8), (242, 9, 9), (243, 7, 9), (244, 9, 9), (245, 7, 9), (246, 7, 7), (247, 4, 6),
    (248, 7, 7), (249, 9, 9), (250, 8, 9), (251, 9, 9), (252, 6, 9), (253, 8, 8), (254, 7, 10),
    (255, 9, 9), (256, 9, 9), (257, 8, 8), (258, 8, 9), (260, 9, 9), (261, 9, 9), (262, 9, 9),
    (263, 8, 10), (264, 7, 9), (265, 7, 9), (266, 8, 8), (267, 7, 8), (268, 8, 8), (269, 7, 7),
    (290, 4, 5), (291, 7, 7), (297, 7, 7), (298, 6, 6), (299, 6, 6),
    // Europe
    (30, 10, 10), (31, 9, 11), (32, 8, 9), (33, 9, 9), (34, 9, 9), (36, 8, 9), (39, 6, 12),
    (40, 9, 9), (41, 9, 9), (43, 7, 13), (44, 9, 10), (45, 8, 8), (46, 7, 10), (47, 8, 8),
    (48, 9, 9), (49, 6, 12), (350, 8, 8), (351, 9, 9), (352, 5, 11), (353, 7, 10), (354, 7, 9),
    (355, 8, 9), (356, 8, 8), (357, 8, 8), (358, 6, 12), (359, 7, 9), (370, 8, 8), (371, 8, 8),
    (372, 7, 8), (373, 8, 8), (374, 8, 8), (375, 9, 10), (376, 6, 9), (377, 8, 9), (378, 6, 12),
    (379, 6, 12), (380, 9, 9), (381, 7, 12), (382, 8, 8), (383, 8, 9), (385, 8, 9), (386, 8, 8),
    (387, 8, 9), (389, 8, 8), (420, 9, 9), (421, 9, 9), (423, 7, 9),
    // Americas, Caribbean
    (51, 8, 9), (52, 10, 11), (53, 8, 8), (54, 10, 11), (55, 10, 11), (56, 9, 9), (57, 8, 10),
    (58, 10, 10), (500, 5, 5), (501, 7, 7), (502, 8, 8), (503, 8, 8), (504, 8, 8), (505, 8, 8),
    (506, 8, 8), (507, 7, 8), (508, 6, 9), (509, 8, 8), (590, 9, 9), (591, 8, 8), (592, 7, 7),
    (593, 8, 9), (594, 9, 9), (595, 8, 9), (596, 9, 9), (597, 6, 7), (598, 8, 8), (599, 7, 8),
    // Asia, Pacific
    (60, 8, 10), (61, 9, 10), (62, 8, 12), (63, 8, 10), (64, 8, 10), (65, 8, 8), (66, 8, 9),
    (81, 9, 10), (82, 8, 10), (84, 9, 10), (86, 10, 11), (90, 10, 10), (91, 10, 10), (92, 9, 10),
    (93, 9, 9), (94, 9, 9), (95, 7, 10), (98, 10, 10), (670, 7, 8), (672, 5, 6), (673, 7, 7),
    (674, 7, 7), (675, 7, 8), (676, 5, 7), (677, 5, 7), (678, 5, 7), (679, 7, 7), (680, 7, 7),
    (681, 6, 6), (682, 5, 5), (683, 4, 7), (685, 5, 7), (686, 5, 8), (687, 6, 6), (688, 5, 7),
    (689, 6, 8), (690, 4, 7), (691, 7, 7), (692, 7, 7), (850, 8, 10), (852, 8, 8), (853, 8, 8),
    (855, 8, 9), (856, 8, 10), (880, 8, 10), (886, 8, 9), (960, 7, 7), (961, 7, 8), (962, 8, 9),
    (963, 8, 9), (964, 8, 10), (965, 8, 8), (966, 8, 9), (967, 7, 9), (968, 8, 8), (970, 8, 9),
    (971, 8, 9), (972, 8, 9), (973, 8, 8), (974, 7, 8), (975, 7, 8), (976, 8, 8), (977, 8, 10),
    (992, 9, 9), (993, 8, 8), (994, 9, 9), (995, 9, 9), (996, 9, 9), (998, 9, 9),
    // Services and satellites without a country
    (800, 8, 8), (808, 8, 8), (870, 9, 9), (878, 12, 12), (881, 8, 9), (882, 7, 12),
    (883, 7, 12), (888, 8, 12), (979, 9, 9),
  ]
}
