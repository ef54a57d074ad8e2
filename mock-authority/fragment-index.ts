/** A part of a text that stands in something indexed. */
export interface Fragment {
  readonly start: number
  readonly end: number
  readonly label: string
}

export interface FragmentIndex {
  /** From now on `text` is found, and every part of it that has 16 or more characters and is not all before `from`. */
  add(text: string, from: number, label: string): void
  /** In order, not overlapping. */
  find(text: string): readonly Fragment[]
}

/** Shorter parts are no leak, and shorter texts are found as a whole only. */
const FRAGMENT = 16
/** Below this many characters a text is too common to be looked for. */
const SHORTEST = 4
const GRAM = 8
/** Every fragment of 16 characters holds a gram of 8 that begins at a multiple of 9. */
const STRIDE = FRAGMENT - GRAM + 1

interface Form {
  readonly text: string
  readonly label: string
}

interface Gram {
  readonly form: Form
  readonly at: number
}

/** Finds fragments by the hashes of grams, in time that is linear in the text. */
export function createFragmentIndex(): FragmentIndex {
  const grams = new Map<number, Gram[]>()
  const short: Form[] = []
  return {
    add: (text, from, label) => {
      if (text.length < SHORTEST) return
      if (text.length - from < FRAGMENT) short.push({ text: text.slice(from), label })
      else addGrams(grams, { text, label }, from)
    },
    find: (text) => merge([...findShort(text, short), ...findGrams(text, grams)]),
  }
}

function addGrams(grams: Map<number, Gram[]>, form: Form, from: number): void {
  for (let at = from; at + GRAM <= form.text.length; at += STRIDE) {
    const hash = hashGram(form.text, at)
    const others = grams.get(hash)
    if (others === undefined) grams.set(hash, [{ form, at }])
    else if (!others.some((other) => isSameGram(other, form.text, at))) others.push({ form, at })
  }
}

/** The same gram of two secrets is kept once: what it stands in is redacted, and what differs has grams of its own. */
function isSameGram(gram: Gram, text: string, at: number): boolean {
  return gram.form.text.startsWith(text.slice(at, at + GRAM), gram.at)
}

function hashGram(text: string, at: number): number {
  let hash = 0
  for (let i = at; i < at + GRAM; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0
  return hash
}

const BASE = 0x01_00_01_93
/** What the first character of a gram counts for, to be taken off as the window moves on. */
const FIRST = Array.from({ length: GRAM - 1 }).reduce((power: number) => Math.imul(power, BASE), 1)

function findGrams(text: string, grams: ReadonlyMap<number, readonly Gram[]>): readonly Fragment[] {
  const found: Fragment[] = []
  const ends = new Map<string, number>()
  if (grams.size === 0 || text.length < FRAGMENT) return found
  let hash = hashGram(text, 0)
  for (let at = 0; ; at++) {
    for (const gram of grams.get(hash) ?? []) {
      if (at + GRAM <= (ends.get(gram.form.label) ?? 0)) continue
      const fragment = extend(text, at, gram)
      if (fragment === undefined) continue
      found.push(fragment)
      ends.set(fragment.label, fragment.end)
    }
    if (at + GRAM >= text.length) return found
    const rest = hash - Math.imul(text.charCodeAt(at), FIRST)
    hash = (Math.imul(rest, BASE) + text.charCodeAt(at + GRAM)) | 0
  }
}

/** The longest part around a gram that text and secret share; undefined when it is short. */
function extend(text: string, at: number, { form, at: inForm }: Gram): Fragment | undefined {
  const shift = inForm - at
  let [start, end] = [at, at]
  while (end < text.length && text[end] === form.text[end + shift]) end++
  while (start > 0 && start + shift > 0 && text[start - 1] === form.text[start - 1 + shift]) start--
  return end - start < FRAGMENT ? undefined : { start, end, label: form.label }
}

function findShort(text: string, short: readonly Form[]): readonly Fragment[] {
  return short.flatMap(({ text: secret, label }) => {
    const found: Fragment[] = []
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
      found.push({ start: at, end: at + secret.length, label })
    }
    return found
  })
}

/** Fragments that overlap become one, under the label of the longest. */
function merge(found: readonly Fragment[]): readonly Fragment[] {
  const merged: Fragment[] = []
  let longest = 0
  for (const next of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    const length = next.end - next.start
    if (last === undefined || next.start >= last.end) {
      merged.push(next)
      longest = length
      continue
    }
    const label = length > longest ? next.label : last.label
    longest = Math.max(longest, length)
    merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end), label }
  }
  return merged
}
