import { Refusal } from './refusal.ts'

/** What a client asks for in the parameter `claims` (OpenID Connect Core §5.5). */
export interface RequestedClaims {
  /** The client capability `cp1`: it can handle claims challenges. */
  readonly cae: boolean
}

/** Reads `claims`. Only members of the access token count; Entra ignores those of an id token in this grant. */
export function readRequestedClaims(text: string | undefined): RequestedClaims {
  if (text === undefined || text === '') return { cae: false }
  const claims = readObject(parse(text))
  if (claims === undefined) throw new Refusal(9002313)
  const capabilities = readObject(readObject(claims['access_token'])?.['xms_cc'])
  const values = [capabilities?.['values'], capabilities?.['value']].flat()
  return { cae: values.some((value) => String(value).toLowerCase() === 'cp1') }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
