/// One event of each shape of spec/events.md, written out from there.
enum SampleEvents {
  static let shapes: [Character: String] = [
    "A": #"""
    {"event_id":"evt_001","timestamp":"2026-04-22T14:30:00Z","user":"jane.doe@company.com",
    "team":"legal","model":"openai/gpt-4o","input":"What is GDPR?","output":"A regulation.",
    "policies_evaluated":[{"name":"pii-filter","verdict":"pass"},
    {"name":"disclaimer","verdict":"modified"}],"cost_tokens_input":42,"cost_tokens_output":156,
    "citations":[{"asset":"GDPR Reference Guide v2.1","version":3}]}
    """#,
    "B": #"""
    {"id":"evt_abc123","type":"chat","timestamp":"2026-04-22T14:30:00Z","user_id":"usr_def456",
    "team_id":"team_ghi789","model":"gpt-4o","input_tokens":150,"output_tokens":320,
    "cost_usd":0.0047,"policies_applied":["pii-detection","output-redaction"],
    "policy_outcome":"allowed","citations":["kb_asset_jkl012"]}
    """#,
    "C": #"""
    {"id":"c1","event_type":"decision","timestamp":"2026-04-22T14:30:00Z","verdict":"block",
    "reason_code":"prompt_injection_detected","model":"gpt-4o","provider":"openai",
    "config_version":"0.2.0"}
    """#,
    "D": #"""
    {"id":"d1","timestamp":"2026-04-22T14:30:00Z","decision":"allowed","model":"claude-3",
    "provider":"anthropic","input_tokens":10,"output_tokens":20,
    "policies_evaluated":[{"name":"pii_detection","result":"redacted","entities_found":3,
    "latency_ms":8}],"gateway_id":"gw_prod_east","user_id":"usr_1","cost_usd":0.01}
    """#,
    "E": #"""
    {"id":"b1f0c7e2-0000-4000-8000-000000000001","timestamp":"2026-04-22T14:30:00Z",
    "gateway_id":"gw_eu","user":"jdoe","provider":"openai","model":"gpt-4o","decision":"redact",
    "policies_evaluated":["a","b"],"policies_triggered":["b"],"latency_ms":210,"input_tokens":1,
    "output_tokens":2,"cost":0.01,"metadata":{}}
    """#,
    "F": #"""
    {"event_id":"f1","timestamp":"2026-04-22T14:30:00Z","event_type":"blocked","action":"block",
    "policy_name":"dlp","model":"openai/gpt-4o","gateway_id":"gw_1","user_id":"usr_2",
    "org_id":"org_3"}
    """#,
    "G": #"""
    {"event_id":"g1","event_type":"chat","conversation_id":"conv_1",
    "timestamp":"2026-04-22T14:30:00.123Z","response_timestamp":"2026-04-22T14:30:02.500Z",
    "user":{"id":"usr_9","email":"ann@company.com","role":"admin"},"team":"finance",
    "provider":"openai","model":"gpt-4o","config_version":"0.3.0","input":"in","output":"",
    "policies_evaluated":[{"name":"pii-filter","verdict":"pass"},
    {"name":"review","verdict":"escalate","reason":"needs_review"}],
    "policy_outcome":"escalated","reason_code":"needs_review",
    "usage":{"input_tokens":12,"output_tokens":0},"cost_usd":0.00003,
    "citations":[{"asset":"kb_asset_001","version":1},{"asset":"kb_asset_002","version":2}],
    "content_hashes":{"input":"sha256:aa","output":"sha256:bb"},
    "escalation":{"reviewer":"bob@company.com","decision":"approved",
    "decided_at":"2026-04-22T15:00:00Z"}}
    """#,
  ]
}
