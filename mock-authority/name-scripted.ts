import type { Labels } from './labels.ts'

/** Gives a label to the access token of an answer that no grant issued, since it stands in a script. */
export type NameScripted = (body: string) => void

export function createNameScripted(labels: Labels): NameScripted {
  let count = 0
  return (body) => {
    const token = readAccessToken(body)
    if (token === undefined || labels.labelOf(token) !== undefined) return
    count += 1
    labels.name(token, `<scripted token#${count}>`)
  }
}

function readAccessToken(body: string): string | undefined {
  if (!body.includes('"access_token"')) return undefined
  try {
    const answer: unknown = JSON.parse(body)
    if (typeof answer !== 'object' || answer === null || !('access_token' in answer))
      return undefined
    const { access_token: token } = answer
    return typeof token === 'string' && token !== '' ? token : undefined
  } catch {
    return undefined
  }
}
