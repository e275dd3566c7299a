/// The objects of a document of the Elastic Common Schema that hold fields.
enum ECSGroup {
  case document
  case ecs
  case event
  case user
  case organization
  case observer
  case http
  case httpRequest
  case genAI
  case genAIRequest
  case genAIUsage
  case genAIInput
  case genAIOutput
  case rule
  case kt
  case ktHashes

  /// The object that it stands in; nil is the document itself.
  var parent: ECSGroup? {
    switch self {
    case .document: nil
    case .httpRequest: .http
    case .genAIRequest, .genAIUsage, .genAIInput, .genAIOutput: .genAI
    case .ktHashes: .kt
    default: .document
    }
  }

  /// Its name in there.
  var name: StaticString {
    switch self {
    case .document: ""
    case .ecs: "ecs"
    case .event: "event"
    case .user: "user"
    case .organization: "organization"
    case .observer: "observer"
    case .http: "http"
    case .httpRequest, .genAIRequest: "request"
    case .genAI: "gen_ai"
    case .genAIUsage: "usage"
    case .genAIInput: "input"
    case .genAIOutput: "output"
    case .rule: "rule"
    case .kt: "kt"
    case .ktHashes: "content_hashes"
    }
  }
}
