import Testing

@testable import Redaction

@Suite struct EmailAddressTests {
  @Test func addressesOfRFC5321AreFound() {
    let addresses = [
      "jane@example.com", "jane.doe@mail.example.co.uk", "jane+tag@example.org", "a@b.io",
      "o'brien@example.ie", "first-last@my-domain.com", "_______@example.com", "dash-@x.com",
      "1234567890@example.com", "user%example@example.org", "x@xn--bcher-kva.example",
      "jane@example.xn--p1ai", "JANE@EXAMPLE.COM", "a.b.c@d.e.f.com", "jane@163.com",
    ]
    for address in addresses {
      #expect(values(of: .emailAddress, in: address) == [address], "\(address)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "jane@example.com") where !text.contains("é") {
      #expect(values(of: .emailAddress, in: text) == ["jane@example.com"], "\(text)")
    }
  }

  @Test func lettersOfAlphabetsBelongToIt() {
    for address in ["jörg@example.com", "jane@münchen.de", "иван@почта.рф"] {
      #expect(values(of: .emailAddress, in: "An \(address).") == [address], "\(address)")
    }
  }

  @Test func assignmentsURLsAndMarkupKeepTheirBytes() {
    let texts = [
      "email=jane@example.com", "https://example.org/?e=jane@example.com&b=1",
      "to=joe&cc=jane@example.com", "'jane@example.com'", "*jane@example.com*",
      "mailto:jane@example.com?subject=x", "https://example.org/u/jane@example.com",
      "a|jane@example.com|b", "...jane@example.com...", "--to=jane@example.com",
      "jane@example.com-", "jane@example.com.1 of 2", "jane@example.com_",
    ]
    for text in texts {
      #expect(values(of: .emailAddress, in: text) == ["jane@example.com"], "\(text)")
    }
  }

  @Test func theAddressBehindAMailingListBelongsToIt() {
    let text = "ab+jane=example.com@lists.example.org"
    #expect(values(of: .emailAddress, in: text) == [text])
  }

  @Test func everyOneOfSeveralIsFound() {
    let text = "a@example.com,b@example.com;c@example.com d@example.com"
    #expect(values(of: .emailAddress, in: text).count == 4)
  }

  @Test func namesVersionsAndFilesAreNone() {
    let texts = [
      "user@nodot", "@example.com", "a@ and b", "name@host.x", "react@18.2.0", "pkg@1.2.3-rc.beta",
      "actions/checkout@v4", "a@b@c", "x @ y.com", "icon@2x.png", "getty@tty1.service",
      "user@192.168.1.1", "jane@-x.com", "jane@example.com@x", "jane@example.com_x", "a@b.c",
      "jane.@example.com",
    ]
    for text in texts {
      #expect(values(of: .emailAddress, in: text).isEmpty, "\(text)")
    }
  }

  @Test func loginsOfRepositoriesAndPasswordsOfURLsAreNone() {
    let texts = [
      "git@example.com:team/project.git", "ssh://git@example.com/team/project",
      "https://jane:pass" + "word@example.com/", "https://jane:p*ss@example.com/",
      "https:\\/\\/jane:pass" + "word@example.com",
    ]
    for text in texts {
      #expect(values(of: .emailAddress, in: text).isEmpty, "\(text)")
    }
  }

  @Test func aLocalPartHasAtMost64Bytes() {
    let longest = String(repeating: "a", count: 64) + "@example.com"
    #expect(values(of: .emailAddress, in: longest) == [longest])
    #expect(values(of: .emailAddress, in: "a" + longest).isEmpty)
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .emailAddress) + ["****@*******.***", "****@example.com"] {
      #expect(values(of: .emailAddress, in: "to: \(text) <\(text)>").isEmpty, "\(text)")
    }
    #expect(values(of: .emailAddress, in: "{{user}}@example.com").isEmpty)
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "é=jörg@exämple.com@b..com&x=a@xn--p1ai.xn--p1ai_ é@é.é")
  }
}
