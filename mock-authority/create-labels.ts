import { createFragmentIndex } from './fragment-index.ts'
import type { Labels } from './labels.ts'
import { secretForms } from './secret-forms.ts'

/** Labels that know nothing yet. Searching costs time in proportion to the text, not to the number of secrets. */
export function createLabels(): Labels {
  const labels = new Map<string, string>()
  const fragments = createFragmentIndex()

  /** Secrets are indexed when somebody looks for them, since many are only ever compared as a whole. */
  const waiting: string[] = []
  const index = () => {
    for (const secret of waiting.splice(0)) {
      const label = labels.get(secret) ?? ''
      for (const form of secretForms(secret)) fragments.add(form.text, form.from, label)
    }
    return fragments
  }

  return {
    name: (secret, label) => {
      const known = labels.get(secret)
      if (known !== undefined || secret === '') return known ?? label
      labels.set(secret, label)
      waiting.push(secret)
      return label
    },
    labelOf: (value) => labels.get(value),
    redact: (text) => replaceFragments(replaceWhole(text, labels), index()),
    leaks: (text) => [
      ...new Set([
        ...wholeLabels(text, labels),
        ...index()
          .find(text)
          .map(({ label }) => label),
      ]),
    ],
  }
}

/** A run of the characters that JWTs are made of: in most texts a secret is exactly such a run. */
const RUN = /[\w.-]{16,}/g

function replaceWhole(text: string, labels: ReadonlyMap<string, string>): string {
  return labels.get(text) ?? text.replace(RUN, (run) => labels.get(run) ?? run)
}

function wholeLabels(text: string, labels: ReadonlyMap<string, string>): readonly string[] {
  return [text, ...(text.match(RUN) ?? [])].flatMap((run) => labels.get(run) ?? [])
}

function replaceFragments(text: string, fragments: ReturnType<typeof createFragmentIndex>): string {
  let rest = 0
  let redacted = ''
  for (const { start, end, label } of fragments.find(text)) {
    redacted += text.slice(rest, start) + label
    rest = end
  }
  return redacted + text.slice(rest)
}
