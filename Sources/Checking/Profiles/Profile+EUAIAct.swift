extension Profile {
  /// The profile of the EU AI Act: pipelines/profiles/eu-ai-act.json, byte for byte.
  static let euAIAct: StaticString = #"""
    {
      "name": "eu-ai-act",
      "title": "EU AI Act, Regulation (EU) 2024/1689",
      "note": "A check that holds is evidence that serves the articles named with it. It does not prove that they are met: whether they apply, and what else they ask for, is for people to judge.",
      "checks": {
        "event-count": {
          "required": true,
          "serves": [
            {"reference": "Art. 19(1)", "title": "providers keep the logs that are generated automatically"},
            {"reference": "Art. 26(6)", "title": "deployers keep the logs under their control"}
          ]
        },
        "event-ids": {
          "required": true,
          "serves": [
            {"reference": "Art. 19(1)", "title": "providers keep the logs that are generated automatically"},
            {"reference": "Art. 26(6)", "title": "deployers keep the logs under their control"}
          ]
        },
        "outcome": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(1)", "title": "events are recorded automatically"},
            {"reference": "Art. 26(5)", "title": "deployers monitor the operation"}
          ]
        },
        "policies": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(2)(a)", "title": "records identify situations of risk"},
            {"reference": "Art. 26(5)", "title": "deployers monitor the operation"}
          ]
        },
        "reasons": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(2)(a)", "title": "records identify situations of risk"},
            {"reference": "Art. 86(1)", "title": "right to explanation of individual decision-making"}
          ]
        },
        "escalations": {
          "required": true,
          "serves": [
            {"reference": "Art. 14(4)", "title": "people can oversee, override and stop the system"},
            {"reference": "Art. 26(2)", "title": "human oversight is assigned to people"}
          ]
        },
        "model": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(2)(c)", "title": "records let the operation be monitored"},
            {"reference": "Art. 72(1)", "title": "post-market monitoring"}
          ]
        },
        "usage": {
          "required": false,
          "serves": [
            {"reference": "Art. 12(2)(c)", "title": "records let the operation be monitored"}
          ]
        },
        "usage-sums": {
          "required": false,
          "serves": [
            {"reference": "Art. 72(2)", "title": "data on performance are collected and analysed"}
          ]
        },
        "citations": {
          "required": false,
          "serves": [
            {"reference": "Art. 13(1)", "title": "output can be interpreted"}
          ]
        },
        "config-version": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(2)(a)", "title": "records identify substantial modifications"},
            {"reference": "Art. 13(3)(f)", "title": "logs can be collected, stored and interpreted"}
          ]
        },
        "ids-unique": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(1)", "title": "events are recorded automatically"}
          ]
        },
        "time-range": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(1)", "title": "events are recorded automatically"},
            {"reference": "Art. 19(1)", "title": "logs are kept for at least six months"}
          ]
        },
        "gaps": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(1)", "title": "events are recorded over the lifetime of the system"},
            {"reference": "Art. 26(6)", "title": "deployers keep logs for at least six months"}
          ]
        },
        "conversations": {
          "required": true,
          "serves": [
            {"reference": "Art. 12(1)", "title": "events are recorded automatically"}
          ]
        }
      }
    }

    """#
}
