import DecisionEvent
import EventJSON

/// What the mappings to other schemas read of an event, by its canonical names.
struct EventFacts {
  let id, type, time, responseTime, conversation, requestID: Operand
  let user, email, role, team, organization: Operand
  let provider, model, gateway, reason: Operand
  let input, output, inputTokens, outputTokens, latency, inputHash: Operand

  /// The facts, added to `query` with the outcome and the policies.
  init(_ query: inout EventQuery) {
    id = query.operand(.id)
    type = query.operand(.type)
    time = query.operand(.timestamp)
    responseTime = query.operand(.responseTimestamp)
    conversation = query.operand(.conversation)
    requestID = query.operand(.requestID)
    user = query.operand(.user)
    email = query.operand(.userEmail)
    role = query.operand(.userRole)
    team = query.operand(.team)
    organization = query.operand(.organization)
    provider = query.operand(.provider)
    model = query.operand(.model)
    gateway = query.operand(.gateway)
    reason = query.operand(.reason)
    input = query.operand(.input)
    output = query.operand(.output)
    inputTokens = query.operand(.inputTokens)
    outputTokens = query.operand(.outputTokens)
    latency = query.operand(.latency)
    inputHash = query.operand(.inputHash)
    _ = query.operand(.policyName)
  }
}
