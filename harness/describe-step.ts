import { renderDuration } from './scenario/duration.ts'
import type { CredentialOptions, GetToken, Step } from './scenario/schema.ts'

/** A step in one line that a person reads: `getToken graph, with claims`, `parallel 20 × getToken`, `advance 55m`. */
export function describeStep(step: Step): string {
  switch (step.do) {
    case 'getToken':
      return `getToken${details(callDetails(step.input))}`
    case 'parallel':
      return describeParallel(step.input)
    case 'callApi':
      return `callApi${details([...given(step.input.resource), `with the token of ${step.input.token}`])}`
    case 'advance':
      return `advance ${renderDuration(step.input)}`
    case 'authority':
      return `authority: ${describeChange(step.input)}`
    case 'abort':
    case 'await':
      return `${step.do} ${step.input}`
    case 'create':
      return `create${details(credentialDetails(step.input))}`
    case 'close':
      return 'close'
  }
}

function callDetails(call: GetToken): readonly string[] {
  const { scopes, claims, claimsFrom, tenantId, enableCae, timeout, aborted, pending, credential } =
    call
  return [
    ...given(scopes === undefined ? undefined : [scopes].flat().join(' ')),
    ...(tenantId === undefined ? [] : [`tenant ${tenantId === '' ? '""' : tenantId}`]),
    ...(claims === undefined ? [] : ['with claims']),
    ...(claimsFrom === undefined ? [] : [`with the claims of ${claimsFrom}`]),
    ...(enableCae ? ['with CAE'] : []),
    ...(timeout === undefined ? [] : [`timeout ${renderDuration(timeout)}`]),
    ...(aborted ? ['aborted before'] : []),
    ...(credential === undefined ? [] : [`of ${credential}`]),
    ...(pending ? ['not awaited'] : []),
  ]
}

function describeParallel(calls: readonly GetToken[]): string {
  const texts = calls.map((call) => `getToken${details(callDetails(call))}`)
  const kinds = [...new Set(texts)].map(
    (text) => `${texts.filter((one) => one === text).length} × ${text}`,
  )
  return `parallel ${kinds.join(' and ')}`
}

function describeChange(change: Extract<Step, { do: 'authority' }>['input']): string {
  switch (change.change) {
    case 'revoke':
      return 'revoke'
    case 'disable':
    case 'enable':
      return `${change.change} ${change.tenant}`
    case 'rotate-keys':
      return 'rotate keys'
    case 'reply':
      return change.replies.length === 1 ? '1 reply' : `${change.replies.length} replies`
  }
}

function credentialDetails(options: CredentialOptions): readonly string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return []
    return typeof value === 'object' ? [name] : [`${name} ${JSON.stringify(value)}`]
  })
}

function given(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text === '' ? '""' : text]
}

function details(texts: readonly string[]): string {
  return texts.length === 0 ? '' : ` ${texts.join(', ')}`
}
