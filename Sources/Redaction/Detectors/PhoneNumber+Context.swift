import Bytes

/// Words that make digits a telephone number, and what refuses it whatever they say.
enum PhoneContext {
  /// Nouns, which count in a text and in the name of its member.
  private static let nouns = ContextWords([
    "phone", "phones", "phonenumber", "telephone", "telephones", "tel", "tels", "mobile",
    "mobiles", "cell", "cells", "cellphone", "cellphones", "mob", "ph", "fax", "telefax",
    "whatsapp", "sms", "landline", "hotline", "gsm",
    "telefon", "telefonnummer", "telefonnr", "rufnummer", "handy", "handynummer", "handynr",
    "mobil", "mobilnummer", "mobiltelefon", "mobilfunknummer", "festnetz", "festnetznummer",
    "faxnummer", "faxnr", "telefaxnummer", "telefoonnummer", "telefonszám", "telefonní",
    "phoneno", "telephonenumber", "mobilenumber", "cellnumber", "faxnumber", "mobileno", "telefoon",
    "telefono", "teléfono", "telefone", "móvil",
    "movil", "celular", "cellulare", "cel", "tél", "téléphone", "telefonu", "telepon", "tlf",
    "puhelin", "電話", "电话", "手机", "手機", "携帯", "전화", "휴대폰", "тел", "телефон", "телефону",
    "телефона", "моб", "мобильный", "факс", "звоните",
    "फोन", "मोबाइल", "هاتف", "جوال", "טלפון", "điện thoại", "โทร", "τηλ",
  ])

  /// Verbs, which are too common in members' names (`tool_call`) to count there.
  private static let verbs = ContextWords(["call", "calls", "called", "calling", "dial"])

  /// What people say before a number that they give.
  private static let requests = ContextWords([
    "reach me", "reach us", "reach him", "reach her", "reach them", "reached at", "contact me",
    "contact us", "contact at", "contacted at", "text me", "text us", "ring me", "ring us",
  ])

  /// What any number may be called: asked first, as the owners are many.
  private static let numbers = ContextWords(["number", "no"])
  /// Whose number, or which one; nothing that orders, accounts and the like have, too.
  private static let owners = ContextWords(
    [
      "my", "our", "his", "her", "home", "work", "office", "contact", "emergency", "uk", "usa",
      "cn", "jp", "il", "german", "french", "british", "american", "canadian", "indian", "israeli",
      "japanese", "chinese", "brazilian", "italian", "spanish", "mexican", "australian", "swiss",
      "dutch", "korean", "turkish", "polish", "russian",
    ].flatMap { ["\($0) number", "\($0) no"] })

  /// Words of members that hold no numbers of people.
  private static let otherKeys = ContextWords([
    "id", "ids", "timestamp", "ts", "time", "duration", "count", "tokens", "seed", "hash",
    "version",
  ])

  /// Words right before a number that is something else.
  private static let labels: [[UInt8]] = [
    "id", "ids", "order", "invoice", "ticket", "case", "ref", "reference", "account", "acct",
    "tracking", "isbn", "issn", "serial", "sku", "timestamp", "epoch", "ts", "transaction", "txn",
    "session", "request", "trace", "span", "job", "batch", "seed", "version", "issue", "part",
    "item", "booking", "confirmation", "mrn", "duration", "size", "took", "offset", "port",
    "pid", "tool_call", "tool call", "function_call", "function call", "api_call", "api call",
    "ssn", "nhs", "sin", "tfn", "abn", "card", "iban", "ip", "since",
  ].map { Array($0.utf8) }

  /// Words right before a number that make it something else, however it is written.
  private static let otherNumbers: [[UInt8]] = [
    "order", "invoice", "ticket", "tracking", "case", "account", "policy", "reference", "ref",
    "confirmation", "booking", "serial", "part", "model", "member", "claim", "sku", "isbn", "item",
    "product", "lot", "batch", "permit", "docket", "meeting",
  ].flatMap { word in
    ["", " number", " no", " id", " number is"].map { Array((word + $0).utf8) }
  }

  /// Whether a word right before `start` says that this is the number of something.
  static func isOtherNumber(_ text: Span<UInt8>, _ start: Int) -> Bool {
    LabelBefore.isOne(of: otherNumbers, before: start, in: text)
  }

  /// Words right before a number that is written so that only they tell it from an amount.
  private static let names: [[UInt8]] = [
    "phone", "phone number", "phone no", "telephone", "telephone number", "tel", "tel no", "mobile",
    "mobile number", "mobile no", "cell", "fax", "whatsapp", "contact number", "telefon",
    "telefono", "teléfono", "telefone", "móvil", "movil", "celular", "mobil", "handy",
    "telemóvel", "gsm", "tlf", "puhelin", "电话", "手机", "電話", "тел", "телефон",
  ].map { Array($0.utf8) }

  /// Whether one of the names stands right before the number.
  static func isNamed(_ text: Span<UInt8>, _ start: Int) -> Bool {
    LabelBefore.isOne(of: names, before: start, in: text)
  }

  /// Whether a word near `start ..< end` or the member's name says that this is a number.
  static func stands(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let none = text.extracting(0..<0)
    let isOtherKey = otherKeys.stand(near: 0, 0, in: none, key: key)
    return
      (nouns.stand(near: start, end, in: text, key: isOtherKey ? none : key)
      || verbs.stand(near: start, end, in: text, key: none)
      || requests.stand(near: start, end, in: text, key: none)
      || numbers.stand(near: start, end, in: text, key: none)
        && owners.stand(near: start, end, in: text, key: none))
      && !LabelBefore.isOne(of: labels, before: start, in: text)
  }

  /// Whether a `/` stands before the number that no digit precedes: `/items/415-555-0132`.
  static func isInPath(_ text: Span<UInt8>, _ start: Int) -> Bool {
    Boundary.byte(text, start - 1) == .slash && !Boundary.byte(text, start - 2).isDigit
  }

  /// Whether the number stands in the path of a URL: `://` before, and neither a space, a quote
  /// nor the `?`, `&`, `=` or `#` of a query between, at most 100 bytes back.
  static func isInURL(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard Boundary.byte(text, start - 1) == .slash else { return false }
    var offset = start - 1
    while start - offset < 100 {
      switch Boundary.byte(text, offset) {
      case 0...0x20, .quote, UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="),
        UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "'"):
        return false
      case .colon
      where Boundary.byte(text, offset + 1) == .slash
        && Boundary.byte(text, offset + 2) == .slash:
        return true
      default: offset -= 1
      }
    }
    return false
  }
}
