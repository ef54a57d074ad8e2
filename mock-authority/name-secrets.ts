import { readForm } from './form.ts'
import type { Labels } from './labels.ts'
import { isTooMuch, type ReceivedRequest } from './received-request.ts'

/** Gives a label to every secret of a request that has none yet. */
export type NameSecrets = (request: ReceivedRequest) => void

export function createNameSecrets(labels: Labels): NameSecrets {
  const name = {
    client_assertion: counter('unknown assertion'),
    client_secret: counter('client secret'),
  }
  return (request) => {
    for (const parameter of ['client_assertion', 'client_secret'] as const) {
      for (const secret of new Set(sentValues(request, parameter))) {
        if (secret !== '' && labels.labelOf(secret) === undefined)
          labels.name(secret, name[parameter]())
      }
    }
  }
}

function counter(what: string): () => string {
  let count = 0
  return () => {
    count += 1
    return `<${what}#${count}>`
  }
}

/** In the query, in the form, and in a body of the wrong type: a wrong request has secrets too. */
function sentValues({ url, form, body }: ReceivedRequest, parameter: string): readonly string[] {
  if (isTooMuch(body)) return url.searchParams.getAll(parameter)
  return [
    ...url.searchParams.getAll(parameter),
    ...(form ?? readForm(body)).all(parameter),
    ...jsonMember(body, parameter),
  ]
}

function jsonMember(body: string, name: string): readonly string[] {
  if (!body.trimStart().startsWith('{')) return []
  try {
    const value = (JSON.parse(body) as Readonly<Record<string, unknown>>)[name]
    return typeof value === 'string' ? [value] : []
  } catch {
    return []
  }
}
