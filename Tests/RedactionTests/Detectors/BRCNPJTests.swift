import Testing

@testable import Redaction

@Suite struct BRCNPJTests {
  @Test func punctuatedItNeedsNoContext() {
    let numbers = [
      "11.222.333/0001-81",
      "12.345.678/0001-95",
      "11222333/0001-81",
    ]
    for number in numbers {
      #expect(values(of: .brCNPJ, in: number) == [number], "\(number)")
    }
  }

  @Test func allButTheCheckDigitsMayBeCapitals() {
    let numbers = [
      "12.ABC.345/01DE-35",
      "AB.CDE.FGH/0001-95",
      "A1.B2C.3D4/E5F6-68",
    ]
    for number in numbers {
      #expect(values(of: .brCNPJ, in: number) == [number], "\(number)")
    }
  }

  @Test func bareItCountsInContext() {
    let numbers = [
      "11222333000181",
      "12ABC34501DE35",
      "A1B2C3D4E5F668",
    ]
    for number in numbers {
      #expect(values(of: .brCNPJ, in: number, key: "cnpj") == [number], "\(number)")
    }
  }

  @Test func wrongChecksumsSignsAndRepetitionsAreNone() {
    let texts = [
      "11.222.333/0001-82",
      "11.222.333/0001-91",
      "00.000.000/0000-00",
      "11.222.333-0001/81",
      "11 222 333/0001-81",
      "12.abc.345/01DE-35",
      "12.ABC.345/01DE-36",
      "12.ABC.345/01DE-3A",
      ".222.333/0001-81",
      "2022/0001-81",
      "11222333-0001/81",
    ]
    for text in texts {
      #expect(values(of: .brCNPJ, in: text, key: "cnpj").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "CNPJ 11222333000181",
      "cpf/cnpj: 11222333000181",
      "nr_cnpj=11222333000181",
    ]
    for text in texts {
      #expect(values(of: .brCNPJ, in: text) == ["11222333000181"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "11222333000181",
      "cnpjx 11222333000181",
      "cnpj and it goes on and on for more than a line of text 11222333000181",
    ]
    for text in texts {
      #expect(values(of: .brCNPJ, in: text).isEmpty, "\(text)")
      #expect(values(of: .brCNPJ, in: text, minimumConfidence: 1) == ["11222333000181"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "11.222.333/0001-81") {
      #expect(values(of: .brCNPJ, in: text) == ["11.222.333/0001-81"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "11.222.333/0001-81") + texts(numberedWith: "11.222.333/0001-81") {
      #expect(values(of: .brCNPJ, in: text).isEmpty, "\(text)")
    }
  }

  @Test func withLettersItStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "12.ABC.345/01DE-35") {
      #expect(values(of: .brCNPJ, in: text) == ["12.ABC.345/01DE-35"], "\(text)")
    }
  }

  @Test func withLettersAPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "12.ABC.345/01DE-35") + texts(numberedWith: "12.ABC.345/01DE-35") {
      #expect(values(of: .brCNPJ, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .brCNPJ) {
      #expect(values(of: .brCNPJ, in: "cnpj: \(text)", key: "cnpj").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "cnpj 12.ABC.345/01DE-35 12.ABC.345/01DE-35")
  }
}
