/// The prefixes of vendors.
///
/// Facts from their documentation and from the public rule sets of gitleaks, detect-secrets,
/// trufflehog and kingfisher. To add a vendor, add a row: rows that begin with the same three bytes
/// are tried in the order that stands here, and the first one that fits wins.
enum VendorPrefixTable {
  static let rows = languageModels + codeHosts + clouds + messaging + money + others

  /// Models and what is built around them.
  private static let languageModels: [VendorPrefix] = [
    VendorPrefix("sk-ant-api", .anthropicKey, "d{2,4}-b{80,120}", entropy: 3.5),
    VendorPrefix("sk-ant-admin", .anthropicKey, "d{2,4}-b{80,120}", entropy: 3.5),
    VendorPrefix("sk-ant-sid", .anthropicKey, "d{2,4}-b{40,130}", entropy: 3.5),
    VendorPrefix("sk-ant-oat", .anthropicKey, "d{2,4}-b{40,130}", entropy: 3.5),
    VendorPrefix("sk-ant-ort", .anthropicKey, "d{2,4}-b{40,130}", entropy: 3.5),
    VendorPrefix("sk-or-v1-", .vendorToken, "hex{64}"),  // OpenRouter
    VendorPrefix("sk-lf-", .vendorToken, "Hex{8}-Hex{4}-Hex{4}-Hex{4}-Hex{12}"),  // Langfuse
    VendorPrefix("sk-", .openAIKey, entropy: 3, shape: .openAIMarked),
    VendorPrefix("sk-proj-", .openAIKey, "b{100,180}", entropy: 4),
    VendorPrefix("sk-svcacct-", .openAIKey, "b{100,180}", entropy: 4),
    VendorPrefix("sk-admin-", .openAIKey, "b{100,180}", entropy: 4),
    // DeepSeek, Moonshot, Qwen and proxies that speak OpenAI's protocol.
    VendorPrefix("sk-", .vendorToken, "an{32,64}", entropy: 3, needs: [.digit, .lower]),
    VendorPrefix("gsk_", .vendorToken, "an{48,56}", entropy: 3.5),  // Groq
    VendorPrefix("xai-", .vendorToken, "word{70,85}", entropy: 3.5),  // xAI
    VendorPrefix("pplx-", .vendorToken, "an{40,64}", entropy: 3.3),  // Perplexity
    VendorPrefix("r8_", .vendorToken, "b{37}", entropy: 3.3),  // Replicate
    VendorPrefix("lsv2_pt_", .vendorToken, "an{32}_an{10}"),  // LangSmith
    VendorPrefix("lsv2_sk_", .vendorToken, "an{32}_an{10}"),
    VendorPrefix("ABSK", .vendorToken, "b64{109,269}[=]{0,2}", entropy: 3.5),  // Bedrock
    VendorPrefix("bedrock-api-key-", .vendorToken, "b64{60,2000}[=]{0,2}", entropy: 3.5),
    VendorPrefix("dapi", .vendorToken, "hex{32}-d{1}"),  // Databricks
    VendorPrefix("dapi", .vendorToken, "hex{32}"),
    VendorPrefix("hf_", .huggingFaceToken, "an{34}", entropy: 3.3, needs: .manyCases),
    VendorPrefix("api_org_", .huggingFaceToken, "an{34}", entropy: 3.3, needs: .manyCases),
    VendorPrefix("nvapi-", .vendorToken, "b{60,70}", entropy: 3.5),  // NVIDIA
    VendorPrefix("csk-", .vendorToken, "lower{48}", entropy: 3.3),  // Cerebras
    VendorPrefix("tvly-", .vendorToken, "an{32}", entropy: 3.3),  // Tavily
    VendorPrefix("tvly-dev-", .vendorToken, "an{32}", entropy: 3.3),
    VendorPrefix("pcsk_", .vendorToken, "an{4,8}_an{50,70}", entropy: 3.5),  // Pinecone
    VendorPrefix("jina_", .vendorToken, "b{60}", entropy: 3.5),  // Jina
    VendorPrefix("fw_", .vendorToken, "an{24}", entropy: 3.5, needs: [.digit, .upper, .lower]),
    VendorPrefix("sk_", .vendorToken, "hex{48}", entropy: 3),  // ElevenLabs
    VendorPrefix("e2b_", .vendorToken, "hex{40}", entropy: 3),  // E2B
    VendorPrefix("apify_api_", .vendorToken, "an{36}", entropy: 3.3),  // Apify
    VendorPrefix("rpa_", .vendorToken, "an{40,48}", entropy: 3.3, needs: .digit),  // RunPod
    VendorPrefix("AQ.Ab", .vendorToken, "b{30,80}", entropy: 3.5, needs: .digit),  // Gemini
  ]

  /// Where code, packages and builds live.
  private static let codeHosts: [VendorPrefix] = [
    VendorPrefix("ghs_", .githubToken, "d{1,20}_eyJb{14,600}.eyJb{10,3000}.b{10,1000}", entropy: 3),
    VendorPrefix("ghp_", .githubToken, "an{36,255}"),
    VendorPrefix("gho_", .githubToken, "an{36,255}"),
    VendorPrefix("ghu_", .githubToken, "an{36,255}"),
    VendorPrefix("ghs_", .githubToken, "an{36,255}"),
    VendorPrefix("ghr_", .githubToken, "an{36,255}"),
    VendorPrefix("github_pat_", .githubToken, "word{70,120}", entropy: 3, needs: .digit),
    VendorPrefix("glpat-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("gldt-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glft-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glrt-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glsoat-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glcbt-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glptt-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glagent-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("gloas-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glffct-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("glimt-", .gitlabToken, "b{20,300}", shape: .gitlabRoutable),
    VendorPrefix("GR1348941", .gitlabToken, "b{20}", entropy: 3),
    VendorPrefix("npm_", .npmToken, "an{36}"),
    VendorPrefix("pypi-AgE", .pypiToken, "b{60,1000}", entropy: 3.3),
    VendorPrefix("rubygems_", .vendorToken, "hex{48}"),
    VendorPrefix("CLOJARS_", .vendorToken, "lower{60}", entropy: 3.3),
    VendorPrefix("AKCp", .vendorToken, "an{69}", entropy: 3.5),  // Artifactory
    VendorPrefix("cmVmd", .vendorToken, "an{59}", entropy: 3.5, needs: .isolation),
    VendorPrefix("ATATT3", .vendorToken, "[A-Za-z0-9_=-]{150,250}", entropy: 3.5),  // Atlassian
    VendorPrefix("ATCTT3", .vendorToken, "[A-Za-z0-9_=-]{150,250}", entropy: 3.5),
    VendorPrefix("ATBB", .vendorToken, "an{32}", entropy: 3.3, needs: [.digit, .upper, .lower]),
    VendorPrefix("BBDC-", .vendorToken, "b64{44}", entropy: 3.5),  // Bitbucket Data Center
    VendorPrefix("pnu_", .vendorToken, "an{36}", entropy: 3),  // Prefect
    VendorPrefix("pul-", .vendorToken, "hex{40}", entropy: 3),  // Pulumi
    VendorPrefix("dckr_pat_", .vendorToken, "b{27}", entropy: 3),  // Docker
    VendorPrefix("dckr_oat_", .vendorToken, "b{32}", entropy: 3),
    VendorPrefix("bkua_", .vendorToken, "hex{40}", entropy: 3),  // Buildkite
    VendorPrefix("CCIPAT_", .vendorToken, "an{20,24}_hex{40}", entropy: 3),  // CircleCI
    VendorPrefix("squ_", .vendorToken, "hex{40}", entropy: 3),  // SonarQube
    VendorPrefix("sqp_", .vendorToken, "hex{40}", entropy: 3),
    VendorPrefix("sqa_", .vendorToken, "hex{40}", entropy: 3),
    VendorPrefix("sgp_", .vendorToken, "hex{40}", entropy: 3),  // Sourcegraph
    VendorPrefix("sgp_", .vendorToken, "Hex{16}_hex{40}", entropy: 3),
    VendorPrefix("sgp_local_", .vendorToken, "hex{40}", entropy: 3),
    VendorPrefix("figd_", .vendorToken, "b{40,44}", entropy: 3),  // Figma
    VendorPrefix("PMAK-", .vendorToken, "Hex{24}-Hex{34}"),  // Postman
    VendorPrefix("rdme_", .vendorToken, "lower{70}", entropy: 3),  // ReadMe
    VendorPrefix("API-", .vendorToken, "upper{26}", entropy: 3, needs: .digit),  // Octopus
    VendorPrefix("pat.", .vendorToken, "b{22}.an{24}.an{20}", entropy: 3.5),  // Harness
    VendorPrefix("sat.", .vendorToken, "b{22}.an{24}.an{20}", entropy: 3.5),
  ]

  /// Clouds, vaults and what watches them.
  private static let clouds: [VendorPrefix] = [
    VendorPrefix("AKIA", .awsAccessKey, "upper{16}"),
    VendorPrefix("ASIA", .awsAccessKey, "upper{16}"),
    VendorPrefix("ABIA", .awsAccessKey, "upper{16}"),
    VendorPrefix("ACCA", .awsAccessKey, "upper{16}"),
    VendorPrefix("A3T", .awsAccessKey, "upper{17}", needs: .digit),
    VendorPrefix("amzn1.oa2-cs.v1.", .vendorToken, "hex{64}", entropy: 3),
    VendorPrefix("AIza", .gcpAPIKey, "b{35}", entropy: 3.8),
    VendorPrefix("GOCSPX-", .vendorToken, "b{28}", entropy: 3),  // Google OAuth
    VendorPrefix("ya29.", .vendorToken, "[A-Za-z0-9_.-]{30,1200}", entropy: 3.5),
    VendorPrefix("1//0", .vendorToken, "b{40,120}", entropy: 4, needs: [.digit, .upper, .lower]),
    VendorPrefix(  // Alibaba
      "LTAI", .vendorToken, "an{17,21}", entropy: 3, needs: [.upper, .lower, .isolation]),
    VendorPrefix("AKID", .vendorToken, "an{32}", entropy: 3.5, needs: [.digit, .isolation]),
    VendorPrefix("dop_v1_", .vendorToken, "hex{64}"),  // DigitalOcean
    VendorPrefix("doo_v1_", .vendorToken, "hex{64}"),
    VendorPrefix("dor_v1_", .vendorToken, "hex{64}"),
    VendorPrefix("hvs.", .vendorToken, "b{24,140}", entropy: 3, needs: .digit),  // HashiCorp
    VendorPrefix("hvb.", .vendorToken, "b{100,320}", entropy: 3.5),
    VendorPrefix("hvr.", .vendorToken, "b{24,320}", entropy: 3, needs: .digit),
    VendorPrefix("atlasv1.", .vendorToken, "[A-Za-z0-9_=-]{60,70}", entropy: 3, shape: .atlas),
    VendorPrefix("dp.pt.", .vendorToken, "an{40,44}", entropy: 3),  // Doppler
    VendorPrefix("dp.ct.", .vendorToken, "an{40,44}", entropy: 3),
    VendorPrefix("dp.sa.", .vendorToken, "an{40,44}", entropy: 3),
    VendorPrefix("dp.st.", .vendorToken, "an{40,44}", entropy: 3),
    VendorPrefix("dp.st.", .vendorToken, "[a-z0-9_-]{2,35}.an{40,44}", entropy: 3),
    VendorPrefix("dp.scim.", .vendorToken, "an{40,44}", entropy: 3),
    VendorPrefix("dp.audit.", .vendorToken, "an{40,44}", entropy: 3),
    VendorPrefix("glsa_", .vendorToken, "an{32}_Hex{8}", entropy: 3),  // Grafana
    VendorPrefix("glc_", .vendorToken, "b64{32,400}[=]{0,3}", entropy: 3, needs: .digit),
    VendorPrefix("eyJrIjoi", .vendorToken, "an{70,400}[=]{0,3}", entropy: 3),
    VendorPrefix("sntryu_", .vendorToken, "hex{64}", entropy: 3),  // Sentry
    VendorPrefix("sntrys_eyJ", .vendorToken, "b64{30,450}[=]{0,2}_b64{43}", entropy: 3),
    VendorPrefix("NRAK-", .vendorToken, "an{27}", entropy: 3),  // New Relic
    VendorPrefix("NRII-", .vendorToken, "[a-z0-9-]{32}", entropy: 3, needs: .digit),
    VendorPrefix("NRJS-", .vendorToken, "hex{19}"),
    VendorPrefix("pscale_tkn_", .vendorToken, "[A-Za-z0-9_=.-]{32,64}", entropy: 3),
    VendorPrefix("pscale_oauth_", .vendorToken, "[A-Za-z0-9_=.-]{32,64}", entropy: 3),
    VendorPrefix("pscale_pw_", .vendorToken, "[A-Za-z0-9_=.-]{32,64}", entropy: 3),
    VendorPrefix("v1.0-", .vendorToken, "hex{24}-hex{146}", entropy: 3),  // Cloudflare
    VendorPrefix("dt0c01.", .vendorToken, "an{24}.an{64}", entropy: 3.5),  // Dynatrace
    VendorPrefix("fo1_", .vendorToken, "b{43}", entropy: 3.3),  // Fly.io
    VendorPrefix("fm1a_", .vendorToken, "b64{100,1000}[=]{0,3}", entropy: 3.5),
    VendorPrefix("fm1r_", .vendorToken, "b64{100,1000}[=]{0,3}", entropy: 3.5),
    VendorPrefix("fm2_", .vendorToken, "b64{100,1000}[=]{0,3}", entropy: 3.5),
    VendorPrefix("HRKU-AA", .vendorToken, "b{58}", entropy: 3.3),  // Heroku
    VendorPrefix("ico-", .vendorToken, "an{32}", entropy: 3, needs: .digit),  // Infracost
    VendorPrefix("sha256~", .vendorToken, "b{43}", entropy: 3.5, needs: .digit),  // OpenShift
    VendorPrefix("tk-us-", .vendorToken, "b{48}", entropy: 3.3),  // Hashnode's Tugboat
    VendorPrefix("tskey-", .vendorToken, "[a-z]{3,9}-an{8,24}-an{16,48}", entropy: 3),  // Tailscale
    VendorPrefix("nfp_", .vendorToken, "an{36,40}", entropy: 3, needs: .digit),  // Netlify
    VendorPrefix("sbp_", .vendorToken, "hex{40}", entropy: 3),  // Supabase
    VendorPrefix("sb_secret_", .vendorToken, "b{22}_b{8}", entropy: 3.3),
    VendorPrefix("SWMTKN-1-", .vendorToken, "lower{45,55}-lower{20,30}", entropy: 3),
    VendorPrefix("A3-", .vendorToken, "upper{6}-upper{11}-upper{5}-upper{5}-upper{5}", entropy: 3),
    VendorPrefix(
      "A3-", .vendorToken, "upper{6}-upper{6}-upper{5}-upper{5}-upper{5}-upper{5}", entropy: 3),
    VendorPrefix("ops_eyJ", .vendorToken, "b64{200,2000}[=]{0,3}", entropy: 3.5),  // 1Password
    VendorPrefix("AGE-SECRET-KEY-1", .vendorToken, "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
    VendorPrefix("AQVN", .vendorToken, "b{35,38}", entropy: 3.5, needs: .digit),  // Yandex
    VendorPrefix("t1.", .vendorToken, "b{30,600}[=]{0,2}.b{86}[=]{0,2}", entropy: 3.5),
    VendorPrefix("dnkey-", .vendorToken, "b{26}-b{52}", entropy: 3.3),  // Defined Networking
    VendorPrefix("4b1d", .vendorToken, "an{38}", entropy: 3.5, needs: [.upper, .lower]),
  ]

  /// Messages, mail and telephones.
  private static let messaging: [VendorPrefix] = [
    VendorPrefix("xoxe.xoxb-", .slackToken, "d{1}-an{100,250}"),
    VendorPrefix("xoxe.xoxp-", .slackToken, "d{1}-an{100,250}"),
    VendorPrefix("xoxb-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxp-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxe-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxa-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxr-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxs-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxo-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxc-", .slackToken, shape: .slackGroups),
    VendorPrefix("xoxd-", .slackToken, "[A-Za-z0-9%+/]{60,400}[=]{0,2}", entropy: 3.5),
    VendorPrefix("xapp-", .slackToken, "d{1,2}-an{3,20}-d{3,16}-an{8,80}", entropy: 3),
    VendorPrefix("hooks.slack.com", .vendorToken, needs: .scheme, shape: .slackWebhook),
    VendorPrefix(
      "discord.com/api/webhooks/", .vendorToken, "d{17,20}/b{60,72}", entropy: 3, needs: .scheme),
    VendorPrefix(
      "discordapp.com/api/webhooks/", .vendorToken, "d{17,20}/b{60,72}", entropy: 3,
      needs: .scheme),
    VendorPrefix("SG.", .sendgridKey, "b{20,24}.b{39,50}", entropy: 3),
    VendorPrefix("SG.", .sendgridKey, "[A-Za-z0-9_=.-]{66}", entropy: 3.5, needs: .digit),
    VendorPrefix("xkeysib-", .vendorToken, "hex{64}-an{16}", entropy: 3),  // Brevo
    VendorPrefix("xsmtpsib-", .vendorToken, "hex{64}-an{16}", entropy: 3),
    VendorPrefix("re_", .vendorToken, "an{8}_an{24}", entropy: 3.3, needs: .digit),  // Resend
    VendorPrefix(
      "EAA", .vendorToken, "an{100,300}", entropy: 3.5,
      needs: [.digit, .upper, .lower, .isolation]),  // Meta
    VendorPrefix("fio-u-", .vendorToken, "[A-Za-z0-9_=-]{64}", entropy: 3.5),  // Frame.io
  ]

  /// Payments and shops.
  private static let money: [VendorPrefix] = [
    VendorPrefix("sk_live_", .stripeKey, "an{10,128}"),
    VendorPrefix("sk_test_", .stripeKey, "an{10,128}"),
    VendorPrefix("sk_prod_", .stripeKey, "an{10,128}"),
    VendorPrefix("rk_live_", .stripeKey, "an{10,128}"),
    VendorPrefix("rk_test_", .stripeKey, "an{10,128}"),
    VendorPrefix("rk_prod_", .stripeKey, "an{10,128}"),
    VendorPrefix("whsec_", .vendorToken, "b64{24,64}[=]{0,2}", entropy: 3.3, needs: .digit),
    VendorPrefix("sq0csp-", .vendorToken, "b{43}"),  // Square
    VendorPrefix("sq0atp-", .vendorToken, "b{22,60}"),
    VendorPrefix(
      "EAAA", .vendorToken, "b{22,60}", entropy: 3.5,
      needs: [.digit, .upper, .lower, .isolation]),
    VendorPrefix("shpat_", .vendorToken, "Hex{32}"),  // Shopify
    VendorPrefix("shpss_", .vendorToken, "Hex{32}"),
    VendorPrefix("shpca_", .vendorToken, "Hex{32}"),
    VendorPrefix("shppa_", .vendorToken, "Hex{32}"),
    VendorPrefix("shippo_live_", .vendorToken, "Hex{40}"),
    VendorPrefix("shippo_test_", .vendorToken, "Hex{40}"),
    VendorPrefix("EZAK", .vendorToken, "an{54}", entropy: 3.3),  // EasyPost
    VendorPrefix("EZTK", .vendorToken, "an{54}", entropy: 3.3),
    VendorPrefix("duffel_live_", .vendorToken, "[A-Za-z0-9_=-]{43}", entropy: 3),
    VendorPrefix("duffel_test_", .vendorToken, "[A-Za-z0-9_=-]{43}", entropy: 3),
    VendorPrefix("FLWSECK-", .vendorToken, "[a-hA-H0-9]{32}-X", entropy: 3),  // Flutterwave
    VendorPrefix("FLWSECK_TEST-", .vendorToken, "[a-hA-H0-9]{32}-X", entropy: 3),
    VendorPrefix("FLWSECK_TEST-", .vendorToken, "[a-hA-H0-9]{12}"),
    VendorPrefix("access-sandbox-", .vendorToken, "Hex{8}-Hex{4}-Hex{4}-Hex{4}-Hex{12}"),  // Plaid
    VendorPrefix("access-development-", .vendorToken, "Hex{8}-Hex{4}-Hex{4}-Hex{4}-Hex{12}"),
    VendorPrefix("access-production-", .vendorToken, "Hex{8}-Hex{4}-Hex{4}-Hex{4}-Hex{12}"),
  ]

  /// Everything else.
  private static let others: [VendorPrefix] = [
    VendorPrefix("lin_api_", .vendorToken, "an{40}", entropy: 3),  // Linear
    VendorPrefix("lin_oauth_", .vendorToken, "hex{64}", entropy: 3),
    VendorPrefix("ntn_", .vendorToken, "d{11}an{35}", entropy: 3),  // Notion
    VendorPrefix("secret_", .vendorToken, "an{43}", entropy: 3.5, needs: [.digit, .upper, .lower]),
    VendorPrefix("pat", .vendorToken, "an{14}.hex{64}", entropy: 3),  // Airtable
    VendorPrefix("p8e-", .vendorToken, "an{32}", entropy: 3, needs: .digit),  // Adobe
    VendorPrefix("s-s4t2ud-", .vendorToken, "hex{64}", entropy: 3),  // Intra42
    VendorPrefix("s-s4t2af-", .vendorToken, "hex{64}", entropy: 3),
    VendorPrefix("sm_aat_", .vendorToken, "an{16}", needs: .digit),  // Settlemint
    VendorPrefix("sm_pat_", .vendorToken, "an{16}", needs: .digit),
    VendorPrefix("sm_sat_", .vendorToken, "an{16}", needs: .digit),
    VendorPrefix("tfp_", .vendorToken, "[A-Za-z0-9_=.-]{59}", entropy: 3.5),  // Typeform
    VendorPrefix("sl.", .vendorToken, "[A-Za-z0-9_=-]{100,180}", entropy: 3.5),  // Dropbox
    VendorPrefix("sk.eyJ", .vendorToken, "b{40,400}.b{20,24}", entropy: 3.5),  // Mapbox
    VendorPrefix("CFPAT-", .vendorToken, "b{43}", entropy: 3.3),  // Contentful
    VendorPrefix("phx_", .vendorToken, "an{40,64}", entropy: 3.3, needs: .digit),  // PostHog
    VendorPrefix("eyJ", .jwt, entropy: 0, shape: .jwt),
    VendorPrefix("aio_", .vendorToken, "an{28}", entropy: 3, needs: .digit),  // Adafruit
  ]
}
