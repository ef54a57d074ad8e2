import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import { HarnessError, type HarnessErrorCode } from './harness-error.ts'

export type YamlPath = readonly PropertyKey[]

/** The value of a YAML 1.2 text, and where each part of it stands. */
export interface YamlText {
  readonly value: unknown
  /** `file:line:column` of the value at the path, of its key, or of the nearest thing around it. */
  place(path: YamlPath, part: 'key' | 'value'): string
}

/** What a YAML text is read for: its name in messages, and the code of the error that a bad one throws. */
export interface YamlSource {
  readonly file: string
  readonly text: string
  readonly code: HarnessErrorCode
}

/** Reads one YAML document. Throws a HarnessError with one line for each thing that is wrong. */
export function readYaml({ file, text, code }: YamlSource): YamlText {
  const lines = new LineCounter()
  const document = parsed(text, lines)
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`
  }
  const problems = syntaxProblems(document).map(
    ({ offset, message }) => `${at(offset)}: ${message}`,
  )
  if (problems.length > 0) throw new HarnessError(code, problems.join('\n'))
  return {
    value: document.toJS(),
    place: (path, part) => at(offsetOf(document, path, part)),
  }
}

function parsed(text: string, lineCounter: LineCounter): Document.Parsed {
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  })
}

const MOST_SYNTAX_PROBLEMS = 5

interface SyntaxProblem {
  readonly offset: number
  readonly message: string
}

function syntaxProblems(document: Document.Parsed): readonly SyntaxProblem[] {
  const problems = [...document.errors, ...document.warnings].map(syntaxProblem)
  // One unclosed bracket is an error of every level around it.
  if (document.errors.length > 0) return problems.slice(0, MOST_SYNTAX_PROBLEMS)
  // Written out, every text is as long as it looks: no alias can make it grow.
  visit(document, {
    Alias: (_key, { source, range }) => {
      const message = `"*${source}" is an alias, and these files have none; write the value out`
      problems.push({ offset: range?.[0] ?? 0, message })
    },
    Pair: (_key, { key }) => {
      if (isScalar(key)) return
      const [offset] = isMap(key) || isSeq(key) || isAlias(key) ? (key.range ?? [0]) : [0]
      problems.push({ offset, message: 'this key is no word; a key is one word or a quoted text' })
    },
  })
  return problems
}

function syntaxProblem({ pos, code, message }: YAMLError): SyntaxProblem {
  const offset = pos[0]
  if (code === 'MULTIPLE_DOCS') {
    return { offset, message: 'a second document begins here; a file holds one' }
  }
  return /call stack/i.test(message)
    ? { offset, message: 'is nested too deeply to be read' }
    : { offset, message: lowerFirst(message) }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Walks as far as the path goes in the text. */
function offsetOf(document: Document.Parsed, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents
  let key: unknown
  for (const segment of path) {
    const next = step(node, segment)
    if (!next) return startOf(node) ?? startOf(key) ?? 0
    key = next.key
    node = next.value
  }
  const wanted = part === 'key' ? (startOf(key) ?? startOf(node)) : (startOf(node) ?? startOf(key))
  return wanted ?? 0
}

function step(node: unknown, segment: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === String(segment),
    )
    return pair && { key: pair.key, value: pair.value }
  }
  if (!isSeq(node) || typeof segment !== 'number') return undefined
  const value = node.items[segment]
  return value === undefined ? undefined : { key: undefined, value }
}

function startOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined
}
