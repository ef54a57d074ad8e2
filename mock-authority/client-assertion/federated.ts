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
import { federatedAlgorithms, federatedCredential } from './trusted-keys.ts'

/** Workload identity federation: the issuer equals the credential's, character by character. */
const issuerIsKnown: AssertionCheck = ({ assertion: { claims } }) => {
  const issuer = readText(claims, 'iss') ?? ''
  if (issuer !== federatedCredential.issuer) throw new Refusal(700211, { issuer })
}

/** Workload identity federation: one audience is the credential's. */
const audienceIsExchange: AssertionCheck = ({ assertion }) => {
  const presented = audiences(assertion)
  if (!presented.includes(federatedCredential.audience)) {
    throw new Refusal(700212, { audience: presented.join(',') })
  }
}

/** Breaking change of 2025: subjects are compared with their case, and one that differs in nothing else is told so. */
const subjectIsKnown: AssertionCheck = ({ assertion: { claims } }) => {
  const subject = readText(claims, 'sub') ?? ''
  if (subject === federatedCredential.subject) return
  const sameLetters = subject.toLowerCase() === federatedCredential.subject.toLowerCase()
  throw new Refusal(sameLetters ? 7002138 : 700213, { subject })
}

/** Which code Entra gives here is not known; this one is of the same family. */
const signedByIssuer: AssertionCheck = ({ signature }) => {
  if (signature !== 'valid') throw new Refusal(50013)
}

/** The rules for an assertion of another identity provider that the application trusts. */
export const federatedChecks: readonly AssertionCheck[] = [
  headerType,
  algorithmIn(federatedAlgorithms),
  requiredClaims,
  issuerIsKnown,
  audienceIsExchange,
  subjectIsKnown,
  timeRange,
  signedByIssuer,
]
