import Testing

@testable import Redaction

@Suite struct BRCPFTests {
  @Test func punctuatedItNeedsNoContext() {
    let numbers = [
      "123.456.789-09",
      "987.654.321-00",
      "000.000.001-91",
    ]
    for number in numbers {
      #expect(values(of: .brCPF, in: number) == [number], "\(number)")
    }
  }

  @Test func otherFormsCountInContext() {
    let numbers = [
      "12345678909",
      "123456789-09",
      "123 456 789 09",
      "123-456-789-09",
    ]
    for number in numbers {
      #expect(values(of: .brCPF, in: number, key: "cpf") == [number], "\(number)")
    }
  }

  @Test func wrongChecksumsAndRepetitionsAreNone() {
    let texts = [
      "123.456.789-08",
      "123.456.789-19",
      "111.111.111-11",
      "123.456.78-909",
      "123,456,789-09",
      "123.456 789-09",
      "123.456.789-090",
    ]
    for text in texts {
      #expect(values(of: .brCPF, in: text, key: "cpf").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "CPF 12345678909",
      "cpf/cnpj: 12345678909",
      "meu_cpf=12345678909",
      "12345678909 é o CPF dela",
    ]
    for text in texts {
      #expect(values(of: .brCPF, in: text) == ["12345678909"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "12345678909",
      "cpfx 12345678909",
      "xcpf 12345678909",
      "CPF and it goes on and on for more than a line of text 12345678909",
    ]
    for text in texts {
      #expect(values(of: .brCPF, in: text).isEmpty, "\(text)")
      #expect(values(of: .brCPF, in: text, minimumConfidence: 1) == ["12345678909"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "123.456.789-09") {
      #expect(values(of: .brCPF, in: text) == ["123.456.789-09"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "123.456.789-09") + texts(numberedWith: "123.456.789-09") {
      #expect(values(of: .brCPF, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .brCPF) {
      #expect(values(of: .brCPF, in: "cpf: \(text)", key: "cpf").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "cpf 123.456.789-09 123.456.789-09")
  }
}
