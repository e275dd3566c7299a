extension Profile {
  /// The profile of the HIPAA Security Rule: pipelines/profiles/hipaa.json, byte for byte.
  static let hipaa: StaticString = #"""
    {
      "name": "hipaa",
      "title": "HIPAA Security Rule, 45 CFR Part 164, Subpart C",
      "note": "A check that holds is evidence that serves the standards named with it. It does not prove that they are met: whether they apply, and what else they ask for, is for people to judge.",
      "checks": {
        "event-count": {
          "required": true,
          "serves": [
            {"reference": "164.312(b)", "title": "audit controls"},
            {"reference": "164.316(b)(2)(i)", "title": "documentation is retained for six years"}
          ]
        },
        "event-ids": {
          "required": true,
          "serves": [
            {"reference": "164.312(b)", "title": "audit controls"},
            {"reference": "164.316(b)(2)(i)", "title": "documentation is retained for six years"}
          ]
        },
        "outcome": {
          "required": true,
          "serves": [
            {"reference": "164.312(b)", "title": "audit controls"},
            {"reference": "164.308(a)(1)(ii)(D)", "title": "information system activity review"}
          ]
        },
        "policies": {
          "required": true,
          "serves": [
            {"reference": "164.312(b)", "title": "audit controls"},
            {"reference": "164.308(a)(1)(ii)(D)", "title": "information system activity review"}
          ]
        },
        "reasons": {
          "required": true,
          "serves": [
            {"reference": "164.308(a)(1)(ii)(D)", "title": "information system activity review"},
            {"reference": "164.308(a)(6)(ii)", "title": "security incidents: response and reporting"}
          ]
        },
        "escalations": {
          "required": true,
          "serves": [
            {"reference": "164.308(a)(6)(ii)", "title": "security incidents: response and reporting"}
          ]
        },
        "model": {
          "required": true,
          "serves": [
            {"reference": "164.312(b)", "title": "audit controls"}
          ]
        },
        "usage": {
          "required": false,
          "serves": [
            {"reference": "164.308(a)(1)(ii)(D)", "title": "information system activity review"}
          ]
        },
        "usage-sums": {
          "required": false,
          "serves": [
            {"reference": "164.308(a)(1)(ii)(D)", "title": "information system activity review"}
          ]
        },
        "citations": {
          "required": false,
          "serves": [
            {"reference": "164.312(c)(1)", "title": "integrity"}
          ]
        },
        "config-version": {
          "required": true,
          "serves": [
            {"reference": "164.316(b)(1)(i)", "title": "policies and procedures are kept in written form"}
          ]
        },
        "ids-unique": {
          "required": true,
          "serves": [
            {"reference": "164.312(c)(1)", "title": "integrity"}
          ]
        },
        "time-range": {
          "required": true,
          "serves": [
            {"reference": "164.312(b)", "title": "audit controls"},
            {"reference": "164.316(b)(2)(i)", "title": "documentation is retained for six years"}
          ]
        },
        "gaps": {
          "required": true,
          "serves": [
            {"reference": "164.312(b)", "title": "audit controls"},
            {"reference": "164.308(a)(1)(ii)(D)", "title": "information system activity review"}
          ]
        },
        "conversations": {
          "required": true,
          "serves": [
            {"reference": "164.312(c)(1)", "title": "integrity"}
          ]
        }
      }
    }

    """#
}
