import { Refusal } from '../refusal.ts'
import {
  algorithmIn,
  type AssertionCheck,
  audiences,
  headerType,
  requiredClaims,
  timeRange,
} from './check.ts'
import { readText } from './parse.ts'
import { certificateAlgorithms, thumbprints } from './trusted-keys.ts'

/** Entra: an assertion must say which certificate signed it. */
const namesKey: AssertionCheck = ({ assertion: { header } }) => {
  if (thumbprints(header).length === 0) throw new Refusal(5002723)
}

/** Entra, certificate credentials: the issuer is the application's client id. */
const issuerIsClient: AssertionCheck = ({ assertion: { claims }, application }) => {
  if (readText(claims, 'iss')?.toLowerCase() !== application.id) throw new Refusal(700021)
}

/** Entra, certificate credentials: the subject is the issuer. */
const subjectIsIssuer: AssertionCheck = ({ assertion: { claims } }) => {
  if (claims['sub'] !== claims['iss']) throw new Refusal(50048)
}

/** RFC 7523 §3 and certificate credentials: the audience is the authority, in any name that Entra is known to take. */
const audienceIsAuthority: AssertionCheck = ({ assertion, tenant, isHost }) => {
  const paths = [tenant.id, tenant.domain.toLowerCase()].flatMap((name) => [
    `/${name}/oauth2/v2.0/token`,
    `/${name}/oauth2/token`,
    `/${name}/v2.0`,
    `/${name}`,
  ])
  const isOurs = (audience: string): boolean => {
    if (!URL.canParse(audience)) return false
    const { protocol, host, pathname } = new URL(audience)
    const path = pathname.toLowerCase().replace(/\/$/, '')
    return protocol === 'https:' && isHost(host) && paths.includes(path)
  }
  if (!audiences(assertion).some(isOurs)) throw new Refusal(700023)
}

/** Recorded 2020 to 2026: one code for a key that is not registered and for a signature that is wrong. */
const signedByRegisteredKey: AssertionCheck = ({ assertion: { header }, signature }) => {
  if (signature === 'valid') return
  const [first = ''] = thumbprints(header)
  const thumbprint = Buffer.from(first, 'base64url').toString('hex').toUpperCase()
  const reason =
    signature === 'unknown'
      ? 'The key was not found.'
      : 'The provided signature value did not match the expected signature value.'
  throw new Refusal(700027, { thumbprint, reason })
}

/** The rules for an assertion that the client signed with its certificate, in the order of their codes on the wire. */
export const certificateChecks: readonly AssertionCheck[] = [
  headerType,
  algorithmIn(certificateAlgorithms),
  requiredClaims,
  namesKey,
  issuerIsClient,
  subjectIsIssuer,
  audienceIsAuthority,
  timeRange,
  signedByRegisteredKey,
]
