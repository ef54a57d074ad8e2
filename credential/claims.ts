type JsonObject = Readonly<Record<string, unknown>>

/** The value that tells the authority: this client can handle a claims challenge (Entra, "Client capabilities"). */
const CAPABLE_OF_CAE = 'cp1'

/** The claims of a call as its caller wrote them; an empty text is none. Refuses what is not a JSON object. */
export function readClaims(claims: string | undefined): string | undefined {
  if (claims === undefined || claims.trim() === '') return undefined
  parseClaims(claims)
  return claims
}

/** The `claims` parameter of a request (OpenID Connect Core §5.5): those of the caller, and the capability of CAE. */
export function mergeClaims(claims: string | undefined, enableCae: boolean): string | undefined {
  if (!enableCae) return claims
  const asked = claims === undefined ? {} : parseClaims(claims)
  const accessToken = readMember(asked, 'access_token')
  const capabilities = readMember(accessToken, 'xms_cc')
  const values = Array.isArray(capabilities['values']) ? (capabilities['values'] as unknown[]) : []
  const others = values.filter((value) => String(value).toLowerCase() !== CAPABLE_OF_CAE)
  const merged = { ...capabilities, values: [...others, CAPABLE_OF_CAE] }
  return JSON.stringify({ ...asked, access_token: { ...accessToken, xms_cc: merged } })
}

function parseClaims(claims: string): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(claims)
  } catch {
    throw new TypeError('claims: expected the text of a JSON object; is it still base64 encoded?')
  }
  if (!isObject(value))
    throw new TypeError('claims: expected a JSON object, such as {"access_token":{}}')
  return value
}

/** OpenID Connect Core §5.5.1: a claim asked for in the default manner stands there as null. */
function readMember(object: JsonObject, name: string): JsonObject {
  const value = object[name] ?? {}
  if (!isObject(value)) throw new TypeError(`claims: expected "${name}" to be a JSON object`)
  return value
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
