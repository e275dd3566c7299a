import DecisionEvent

/// The canonical fields that `ECSDocument` maps, asked of a query.
struct ECSFields: Sendable {
  let id, type, timestamp, responseTimestamp, conversation, requestID: Operand
  let user, userEmail, userRole, team, organization: Operand
  let provider, model, gateway, configVersion, reason: Operand
  let input, output, inputTokens, outputTokens, cost, latency: Operand
  let citations, inputHash, outputHash, escalation: Operand

  /// Asks for them, and for the outcome and the policies, which a reader gives without an operand.
  init(_ query: inout EventQuery) {
    id = query.operand(.id)
    type = query.operand(.type)
    timestamp = query.operand(.timestamp)
    responseTimestamp = query.operand(.responseTimestamp)
    conversation = query.operand(.conversation)
    requestID = query.operand(.requestID)
    user = query.operand(.user)
    userEmail = query.operand(.userEmail)
    userRole = query.operand(.userRole)
    team = query.operand(.team)
    organization = query.operand(.organization)
    provider = query.operand(.provider)
    model = query.operand(.model)
    gateway = query.operand(.gateway)
    configVersion = query.operand(.configVersion)
    reason = query.operand(.reason)
    input = query.operand(.input)
    output = query.operand(.output)
    inputTokens = query.operand(.inputTokens)
    outputTokens = query.operand(.outputTokens)
    cost = query.operand(.cost)
    latency = query.operand(.latency)
    citations = query.operand(.citations)
    inputHash = query.operand(.inputHash)
    outputHash = query.operand(.outputHash)
    escalation = query.operand(.escalation)
    _ = query.operand(.outcome)
    _ = query.operand(.policyName)
  }
}
