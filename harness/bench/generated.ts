/** How many calls the long scenario makes; the short one makes one. */
export const CALLS = 200
/** How often each duration is measured. */
export const COPIES = 9

/** The scenario files that are timed, by id; in one run, so that the same machine did all of it. */
export function generatedScenarios(): ReadonlyMap<string, string> {
  const copies = Array.from({ length: COPIES }, (_, index) => index + 1)
  return new Map(
    copies.flatMap((copy) => [
      [`bench/one-call-${copy}`, calls(1)],
      [`bench/many-calls-${copy}`, calls(CALLS)],
      [`bench/a-second-${copy}`, pause('1s')],
      [`bench/a-day-${copy}`, pause('24h')],
    ]),
  )
}

/** Claims are never served from the cache, so each call is a request. */
function calls(count: number): string {
  const steps = Array.from({ length: count }, (_, index) => getToken(`value: "${index}"`))
  return scenario('Each call with claims is a request', steps)
}

function getToken(nbf: string): string {
  return `  - getToken: { claims: { access_token: { nbf: { essential: true, ${nbf} } } } }`
}

function pause(duration: string): string {
  return scenario('After a pause the credential gives a token', [
    '  - getToken: {}',
    `  - advance: ${duration}`,
    '  - getToken: {}',
  ])
}

function scenario(title: string, steps: readonly string[]): string {
  const check = '      token-is-given: { precondition: true, token: { $present: true } }'
  return [`title: ${title}`, 'steps:', ...steps, '    expect:', check, ''].join('\n')
}
