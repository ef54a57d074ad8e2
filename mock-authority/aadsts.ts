/** Where a row comes from: the wire of live Entra, documentation or client source, one report, nowhere. */
export type Evidence = 'wire' | 'docs' | 'report' | 'none'

/** One refusal of Entra as data. */
export interface Aadsts {
  /** RFC 6749 §5.2, or a word of Entra's own. */
  readonly error: string
  readonly status: number
  /** `{name}` stands for a fact of the request. */
  readonly message: string
  readonly suberror?: string
  /** Entra has no page about it, so the answer has no `error_uri`. */
  readonly page?: false
  readonly evidence: Evidence
}

const FIC = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation'
const CHECK_FIC = `Check your federated identity credential Subject, Audience and Issuer against the presented assertion. ${FIC} .`
const CERTIFICATES =
  'Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .'
const CONFIGURED_KEYS =
  "Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '{client}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments to determine the corresponding service endpoint and https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request URL, such as 'https://graph.microsoft.com/beta/applications/{client}']."
const NOT_INSTALLED =
  'This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.'

/** What Entra says when it says no, by the number of its AADSTS code. Texts are the newest that are known. */
export const aadsts = {
  // The tenant
  90002: refusal(
    'invalid_request',
    400,
    'wire',
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  ),
  900021: refusal(
    'invalid_request',
    400,
    'none',
    "Requested tenant identifier '{tenant}' is not valid. Tenant identifiers may not be an empty GUID.",
  ),
  900023: refusal(
    'invalid_request',
    400,
    'wire',
    "Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.",
  ),
  90019: refusal(
    'invalid_request',
    400,
    'docs',
    'No tenant-identifying information found in either the request or implied by any provided credentials.',
  ),
  9001023: refusal(
    'invalid_request',
    400,
    'docs',
    'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  ),
  50194: refusal(
    'invalid_request',
    400,
    'docs',
    "Application '{client}'({clientName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
  ),
  90038: refusal(
    'invalid_request',
    400,
    'docs',
    "The specified tenant '{tenant}' belongs to the National Cloud 'MicrosoftOnline.US'. Current cloud instance 'MicrosoftOnline.COM' does not federate with MicrosoftOnline.US.",
  ),
  50049: refusal('invalid_instance', 400, 'wire', 'Unknown or invalid instance.'),
  50050: refusal('invalid_request', 400, 'docs', 'The discovery request is malformed.'),
  500021: refusal('invalid_request', 400, 'docs', "Access to '{tenant}' tenant is denied."),
  5000211: refusal(
    'invalid_request',
    400,
    'docs',
    "A tenant restrictions policy added to this request by a device or network administrator does not allow access to '{tenant}'.",
  ),
  5000225: refusal(
    'invalid_request',
    400,
    'docs',
    'This tenant has been blocked due to inactivity.',
  ),

  // The request
  900144: refusal(
    'invalid_request',
    400,
    'wire',
    "The request body must contain the following parameter: '{parameter}'.",
  ),
  9002313: refusal(
    'invalid_request',
    400,
    'docs',
    'Invalid request. Request is malformed or invalid.',
  ),
  900561: refusal(
    'invalid_request',
    400,
    'docs',
    'The endpoint only accepts POST requests. Received a {method} request.',
  ),
  901002: refusal(
    'invalid_request',
    400,
    'wire',
    "The 'resource' request parameter is not supported.",
  ),
  70003: refusal(
    'unsupported_grant_type',
    400,
    'wire',
    "The app requested an unsupported grant type '{grant}'.",
    { page: false },
  ),

  // The client
  700016: refusal(
    'unauthorized_client',
    400,
    'wire',
    `Application with identifier '{client}' was not found in the directory '{tenantName}'. ${NOT_INSTALLED} You may have sent your authentication request to the wrong tenant.`,
  ),
  700038: refusal(
    'unauthorized_client',
    400,
    'wire',
    '{client} is not a valid application identifier.',
    { page: false },
  ),
  7000112: refusal(
    'unauthorized_client',
    400,
    'docs',
    "Application '{client}'({clientName}) is disabled.",
  ),
  7000215: refusal(
    'invalid_client',
    401,
    'wire',
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{client}'.",
  ),
  7000218: refusal(
    'invalid_client',
    401,
    'wire',
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ),
  7000222: refusal(
    'invalid_client',
    401,
    'wire',
    "The provided client secret keys for app '{client}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.",
  ),
  7000229: refusal(
    'invalid_client',
    401,
    'wire',
    'The client application {client} is missing service principal in the tenant {tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119 .',
  ),

  // The client assertion
  50027: refusal('invalid_request', 400, 'wire', 'JWT token is invalid or malformed.'),
  5002723: refusal(
    'invalid_client',
    401,
    'wire',
    'Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in token header.',
  ),
  5002727: refusal(
    'invalid_request',
    400,
    'wire',
    "Invalid JWT header type specified. Allowed types: 'JWT','http://openid.net/specs/jwt/1.0'",
  ),
  5002730: refusal(
    'invalid_request',
    400,
    'wire',
    'Invalid JWT token. Unsupported key for the signing algorithm.',
  ),
  5002738: refusal(
    'invalid_client',
    401,
    'wire',
    "Invalid JWT token. '{alg}' is not a supported signature algorithm. Supported signing algorithms are: 'RS256,RS384,RS512'",
  ),
  90014: refusal(
    'invalid_request',
    400,
    'wire',
    "The required field '{claim}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
  ),
  700021: refusal(
    'invalid_client',
    401,
    'wire',
    `Client assertion application identifier doesn't match 'client_id' parameter. ${CERTIFICATES}`,
  ),
  50048: refusal(
    'invalid_client',
    401,
    'report',
    'Subject must match the issuer claim in the client assertion.',
  ),
  700023: refusal(
    'invalid_client',
    401,
    'docs',
    `Client assertion audience claim does not match Realm issuer. ${CERTIFICATES}`,
  ),
  700024: refusal(
    'invalid_client',
    401,
    'wire',
    `Client assertion is not within its valid time range. Current time: {now}, assertion valid from {validFrom}, expiry time of assertion {expiry}. ${CERTIFICATES}`,
  ),
  700027: refusal(
    'invalid_client',
    401,
    'wire',
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - {reason}, Thumbprint of key used by client: '{thumbprint}', ${CONFIGURED_KEYS}`,
  ),
  50013: refusal(
    'invalid_grant',
    400,
    'report',
    'Assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value.]',
  ),
  70025: refusal(
    'invalid_client',
    401,
    'report',
    "The client '{client}'({clientName}) has no configured federated identity credentials.",
  ),
  70021: refusal(
    'invalid_request',
    400,
    'wire',
    `No matching federated identity record found for presented assertion. Assertion Issuer: '{issuer}'. Assertion Subject: '{subject}'. Assertion Audience: '{audience}'. https://docs.microsoft.com/en-us/azure/active-directory/develop/workload-identity-federation .`,
  ),
  700211: refusal(
    'invalid_client',
    401,
    'wire',
    `No matching federated identity record found for presented assertion issuer '{issuer}'. ${CHECK_FIC}`,
    { page: false },
  ),
  700212: refusal(
    'invalid_client',
    401,
    'wire',
    `No matching federated identity record found for presented assertion audience '{audience}'. ${CHECK_FIC}`,
    { page: false },
  ),
  700213: refusal(
    'invalid_client',
    401,
    'wire',
    `No matching federated identity record found for presented assertion subject '{subject}'. ${CHECK_FIC}`,
    { page: false },
  ),
  7002138: refusal(
    'invalid_client',
    401,
    'wire',
    `No matching federated identity record found for presented assertion subject '{subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. See documentation at: ${FIC}. See breaking change notification and remediation at: https://learn.microsoft.com/en-us/entra/identity-platform/reference-breaking-changes#august-2024.`,
    { page: false },
  ),
  700222: refusal(
    'invalid_client',
    401,
    'wire',
    'AAD-issued tokens may not be used for federated identity flows.',
  ),
  50166: refusal('invalid_client', 401, 'report', 'Request to External OIDC endpoint failed.'),

  // Scope and resource
  70011: refusal(
    'invalid_scope',
    400,
    'wire',
    "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
    { page: false },
  ),
  1002012: refusal(
    'invalid_scope',
    400,
    'wire',
    'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
    { page: false },
  ),
  500011: refusal(
    'invalid_resource',
    400,
    'wire',
    `The resource principal named {resource} was not found in the tenant named {tenantName}. ${NOT_INSTALLED} You might have sent your authentication request to the wrong tenant.`,
  ),
  500014: refusal(
    'invalid_resource',
    400,
    'none',
    "The service principal for resource '{resource}' is disabled.",
  ),
  501051: refusal(
    'invalid_grant',
    400,
    'report',
    "Application '{client}'({clientName}) is not assigned to a role for the application '{resource}'({resourceName}).",
  ),

  // Policies
  53003: refusal(
    'invalid_grant',
    400,
    'wire',
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    { suberror: 'message_only' },
  ),
  50076: refusal(
    'invalid_grant',
    400,
    'wire',
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
    { suberror: 'basic_action' },
  ),
  50079: refusal(
    'invalid_grant',
    400,
    'docs',
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '{resource}'.",
    { suberror: 'basic_action' },
  ),
  65001: refusal(
    'invalid_grant',
    400,
    'docs',
    "The user or administrator has not consented to use the application with ID '{client}' named '{clientName}'. Send an interactive authorization request for this user and resource.",
    { suberror: 'consent_required' },
  ),

  // Trouble of its own
  50196: refusal(
    'temporarily_unavailable',
    400,
    'report',
    'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
  ),
  90055: refusal('temporarily_unavailable', 429, 'docs', 'There are too many incoming requests.'),
  90033: refusal(
    'temporarily_unavailable',
    503,
    'report',
    'A transient error has occurred. Please try again.',
  ),
  90024: refusal(
    'temporarily_unavailable',
    503,
    'docs',
    'The request budget has been exceeded. A transient error has occurred. Please try again.',
  ),
  50000: refusal('server_error', 500, 'docs', 'There was an issue with the sign-in service.'),
} as const satisfies Readonly<Record<number, Aadsts>>

/** The number of a row of the table. */
export type AadstsCode = keyof typeof aadsts

/** What is said for a number that the table does not know: nothing that Entra ever said. */
export const unknownCode: Aadsts = {
  error: 'invalid_request',
  status: 400,
  message: 'The request was refused.',
  evidence: 'none',
}

/** The row of a number; `unknownCode` for one that the table does not know. */
export function readAadsts(code: number): Aadsts {
  return isAadstsCode(code) ? aadsts[code] : unknownCode
}

function isAadstsCode(code: number): code is AadstsCode {
  return Object.hasOwn(aadsts, code)
}

function refusal(
  error: string,
  status: number,
  evidence: Evidence,
  message: string,
  rest: Pick<Aadsts, 'suberror' | 'page'> = {},
): Aadsts {
  return { error, status, message, evidence, ...rest }
}
