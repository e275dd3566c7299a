extension Profile {
  /// The profile of SOC 2: pipelines/profiles/soc2.json, byte for byte.
  static let soc2: StaticString = #"""
    {
      "name": "soc2",
      "title": "SOC 2, AICPA Trust Services Criteria (2017, points of focus revised 2022)",
      "note": "A check that holds is evidence that serves the criteria named with it. It does not prove that they are met: whether they apply, and what else they ask for, is for people to judge.",
      "checks": {
        "event-count": {
          "required": true,
          "serves": [
            {"reference": "PI1.4", "title": "output is delivered completely, accurately and in time"},
            {"reference": "PI1.5", "title": "what is stored is complete, accurate and in time"}
          ]
        },
        "event-ids": {
          "required": true,
          "serves": [
            {"reference": "PI1.4", "title": "output is delivered completely, accurately and in time"},
            {"reference": "PI1.5", "title": "what is stored is complete, accurate and in time"}
          ]
        },
        "outcome": {
          "required": true,
          "serves": [
            {"reference": "CC7.2", "title": "operation is monitored for anomalies"},
            {"reference": "PI1.3", "title": "processing follows policies and procedures"}
          ]
        },
        "policies": {
          "required": true,
          "serves": [
            {"reference": "CC6.1", "title": "logical access to protected information is restricted"},
            {"reference": "CC7.2", "title": "operation is monitored for anomalies"}
          ]
        },
        "reasons": {
          "required": true,
          "serves": [
            {"reference": "CC7.3", "title": "security events are evaluated"}
          ]
        },
        "escalations": {
          "required": true,
          "serves": [
            {"reference": "CC7.3", "title": "security events are evaluated"},
            {"reference": "CC7.4", "title": "identified incidents are responded to"}
          ]
        },
        "model": {
          "required": true,
          "serves": [
            {"reference": "PI1.3", "title": "processing follows policies and procedures"}
          ]
        },
        "usage": {
          "required": false,
          "serves": [
            {"reference": "A1.1", "title": "capacity and use of the system are monitored"}
          ]
        },
        "usage-sums": {
          "required": false,
          "serves": [
            {"reference": "A1.1", "title": "capacity and use of the system are monitored"},
            {"reference": "CC2.1", "title": "internal control works with relevant information of quality"}
          ]
        },
        "citations": {
          "required": false,
          "serves": [
            {"reference": "PI1.2", "title": "inputs are complete and accurate"}
          ]
        },
        "config-version": {
          "required": true,
          "serves": [
            {"reference": "CC8.1", "title": "changes are authorised, documented and implemented under control"}
          ]
        },
        "ids-unique": {
          "required": true,
          "serves": [
            {"reference": "PI1.5", "title": "what is stored is complete, accurate and in time"}
          ]
        },
        "time-range": {
          "required": true,
          "serves": [
            {"reference": "CC7.2", "title": "operation is monitored for anomalies"},
            {"reference": "PI1.5", "title": "what is stored is complete, accurate and in time"}
          ]
        },
        "gaps": {
          "required": true,
          "serves": [
            {"reference": "CC7.2", "title": "operation is monitored for anomalies"},
            {"reference": "PI1.5", "title": "what is stored is complete, accurate and in time"}
          ]
        },
        "conversations": {
          "required": true,
          "serves": [
            {"reference": "PI1.5", "title": "what is stored is complete, accurate and in time"}
          ]
        }
      }
    }

    """#
}
