/** How many calls the long scenario makes; the short one makes one. */
export const CALLS = 200
/** How many pauses the scenarios make that compare a day with a second. */
export const PAUSES = 20
/** How often each duration is measured. */
export const COPIES = 9

/** The scenario files that are timed, by id; in one run, so that the same machine did all of it. */
export function generatedScenarios(): ReadonlyMap<string, string> {
  const copies = Array.from({ length: COPIES }, (_, index) => index + 1)
  return new Map(
    copies.flatMap((copy) => [
      [`bench/one-call-${copy}`, calls(1)],
      [`bench/many-calls-${copy}`, calls(CALLS)],
      [`bench/a-second-${copy}`, pauses('1s')],
      [`bench/a-day-${copy}`, pauses('24h')],
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

/** Each pause is followed by a request, however long it was: what differs is the time only. */
function pauses(duration: string): string {
  const steps = Array.from({ length: PAUSES }, (_, index) => [
    `  - advance: ${duration}`,
    getToken(`value: "${index}"`),
  ])
  return scenario('After each pause the credential gives a token', steps.flat())
}

function scenario(title: string, steps: readonly string[]): string {
  const check = '      token-is-given: { precondition: true, token: { $present: true } }'
  return [`title: ${title}`, 'steps:', ...steps, '    expect:', check, ''].join('\n')
}
