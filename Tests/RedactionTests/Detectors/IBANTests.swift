import Testing

@testable import Redaction

@Suite struct IBANTests {
  private func numbers(_ text: String, key: String = "input") -> [String] {
    values(of: .iban, in: text, key: key)
  }

  /// One made-up number of each country.
  private static let examples = [
    "AD5894580730A7NUFOY6F0DQ", "AE834262129972200332245", "AL3838323640NQA9G4LJ0L4JMJUK",
    "AT322772040560865690", "AZ84OBWFC7FTMWMXGT6NI2R5DLWN", "BA022548145421247201",
    "BE70986039547620", "BG37UBZP5329266ARN93QI", "BH22EOTFXTVKUHIUP97OYB",
    "BI7975217488851590458474452", "BR2990784547485545652755828FC", "BY79NUI56299XQJZH1CASBEB2UEA",
    "CH7602152UCZ2QTMO4DFN", "CR49056461850894148859", "CY5345266985T9AOUC85M0O6KY9K",
    "CZ5696663747662994474605", "DE29474270197340260788", "DJ5543703742447978910244859",
    "DK3448075592004871", "DO66YC0R69976763471406947422", "EE807875826980134110",
    "EG535616701139124722926219308", "ES6916140991692061597755", "FI7102429848893418",
    "FK82HI482357622051", "FO5190118973677518", "FR850860263117D8OMFILMOO854",
    "GB54ZUNL80993261100233", "GE61BP7506749657713221", "GI40LMPEZG7HAIF2U2MNK31",
    "GL6177215473203093", "GR821965427NI4TAFBD2RH0T3SQ", "GT57A22ZXM64FV5U3F3VP33GQSJ3",
    "HN24BGFW86383151182913907857", "HR1569682047381247146", "HU33522817316934073034511656",
    "IE34YYRA42907200641682", "IL785142247540188001025", "IQ43NITA386253550299214",
    "IS108922766155737962702877", "IT95T0126030093UMPTDCHCJZXM", "JO39YYZH5530VPM99FVO26AP6ICKUU",
    "KW89RTCZCO06WBO1K1JWOWUYPSZ3Y9", "KZ086591XDII415MQJ0H", "LB193101JMZDUX57FLYRP0OOBXDK",
    "LC25MKDWZNF6DIJH4A4QBE4YQQERUXFJ", "LI8964195BQ197IZBRCK6", "LT575107281537639710",
    "LU273215L9N6SKBZ6N64", "LV14GGKLBT5FPYTO07N80", "LY90765174017535624719146",
    "MC6251860363419H6ZURBYOF575", "MD128509N11GZTOX53DCS0UX", "ME33149780026869990306",
    "MK796660AL9JCR4ND66", "MN973427540127116062", "MR0330759727315900261425532",
    "MT13JQWR14116NJNUZSF8G1Y0O8FU30", "MU02AYGN3893408306508477115SQI",
    "NI21WSTM64291703896184856275", "NL75CPAS9397001152", "NO7255447214404",
    "OM14623GSB83MZ70T2V21Q7", "PK66NXQTSEY74524TJXY4H7P", "PL15447440587762345937125167",
    "PS16TQUMBC8VAWSM19RHVWYDZFAQZ", "PT84454913465847111511492", "QA70BYRMBLG6QL6J4ILQQ44J4B26W",
    "RO30NDON4EQ1YI6WKN4TO6AF", "RS94198118661448760382", "RU7362358124074789WGIAGTUP68CT6SE",
    "SA4123A5SGTAU6JGM3YZ7D1L", "SC95SSPU78949504286465243007FJN", "SD1346975885902970",
    "SE3387750380713228361663", "SI92403391856943158", "SK6098704802607033127777",
    "SM63J8109979999D1SWC4LC6YN5", "SO222360060436621633267", "ST47260478341366873359403",
    "SV82RFLU19652420826108751725", "TL220095749759862668703", "TN1274181873195115625504",
    "TR36181107WUDSJ9RHS4XFI5J4", "UA32646125R5LDM6TK6VK2S3EIJGT", "VA55885881897639661217",
    "VG68KBJZ5699120724091901", "XK871444630674258896", "YE51OTOB257557SHNL7OPSG89YTMHB",
  ]

  private static func grouped(_ number: String, by separator: String) -> String {
    let characters = Array(number)
    return stride(from: 0, to: characters.count, by: 4)
      .map { String(characters[$0..<min($0 + 4, characters.count)]) }
      .joined(separator: separator)
  }

  @Test func everyCountryIsFoundCompactAndInGroups() {
    #expect(Self.examples.count == 89)
    for number in Self.examples {
      #expect(numbers(number) == [number])
      let spaced = Self.grouped(number, by: " ")
      #expect(numbers("pay \(spaced), please") == [spaced])
      let dashed = Self.grouped(number, by: "-")
      #expect(numbers("(\(dashed))") == [dashed])
    }
  }

  @Test func aWrongCharacterIsNoticedAtEveryPlace() {
    for number in Self.examples {
      let bytes = Array(number.utf8)
      for place in bytes.indices {
        var wrong = bytes
        wrong[place] = wrong[place] == 0x35 ? 0x36 : wrong[place] < 0x40 ? 0x35 : 0x51
        guard wrong != bytes else { continue }
        #expect(numbers(String(decoding: wrong, as: UTF8.self)) == [])
      }
    }
  }

  @Test func aCharacterMoreOrLessIsNone() {
    for number in Self.examples {
      #expect(numbers(String(number.dropLast())) == [])
      #expect(numbers(number + "0") == [])
      #expect(numbers(number + "_") == [])
      #expect(numbers("A" + number) == [])
    }
  }

  @Test(arguments: [
    "IBAN:GB33BUKB20201555555555.", "账号GB33BUKB20201555555555，", "\"GB33BUKB20201555555555\"",
    "a,GB33BUKB20201555555555,b", "iban=GB33BUKB20201555555555;", "GB33BUKB20201555555555 12",
    "x GB33BUKB20201555555555\nBIC",
  ])
  func whatIsNoWordIsABoundary(text: String) {
    #expect(numbers(text) == ["GB33BUKB20201555555555"])
  }

  @Test func lowerCaseNeedsContext() {
    let lower = "gb33bukb20201555555555"
    #expect(numbers(lower) == [])
    #expect(numbers("liban \(lower)") == [])
    #expect(numbers("iban \(lower)") == [lower])
    #expect(numbers(lower, key: "customerIban") == [lower])
    #expect(numbers("iban GB33bukb20201555555555") == [])
    #expect(numbers("iban gb33BUKB20201555555555") == [])
  }

  @Test func otherGroupsNeedContext() {
    let national = "GB33 BUKB 202015 55555555"
    #expect(numbers(national) == [])
    #expect(numbers("IBAN: \(national)") == [national])
    #expect(numbers("bank account \(national)") == [national])
    #expect(numbers("iban GB33 BUKB-2020 1555 5555 55") == [])
    #expect(numbers("iban GB33  BUKB 2020 1555 5555 55") == [])
    #expect(numbers("iban GB 33 BUKB 2020 1555 5555 55") == [])
  }

  @Test(arguments: [
    "GB00BUKB20201555555555", "GB01BUKB20201555555555", "GB99BUKB20201555555555",
    "XX33BUKB20201555555555", "GB33BUKB2020155555555A", "GB33 BUKB 2020 1555 5555 5",
    "GB33 BUKB 2020 1555 5555 555", "GB33-BUKB-2020-1555-5555-55-1", "GB3", "GB33", "GB33 ",
    "IBAN [IBAN_CODE]", "IBAN ****5555", "IBAN GB33 **** **** **** **55 55",
    "IBAN IBAN_CODE_a1_3f9a2c3f9a2c3f9a2c3f9a2c3f9a2c3f",
  ])
  func placeholdersAndNearMissesAreNone(text: String) {
    #expect(numbers(text) == [])
  }

  @Test func theWholeNumberWinsOverACardInside() {
    // The four groups behind the first one are a number of Mastercard's with Luhn's digit.
    #expect(found(in: "RS35 2600 0560 1001 6113 79") == ["IBAN_CODE:RS35 2600 0560 1001 6113 79"])
  }

  @Test func hostileTextIsNone() {
    for unit in ["GT11 ", "GB33BUKB", "LC25MKDWZNF6DIJH4A4QBE4YQQERUXF ", "QA70 BYRM "] {
      #expect(numbers(String(repeating: unit, count: 10_000)) == [], "\(unit)")
    }
  }
}
