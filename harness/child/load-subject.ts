import type { SubjectFacts, Unusable } from '../player.ts'
import { capabilities, type Capability, type Subject, type SubjectFunction } from '../subject.ts'
import type { SubjectSource } from './messages.ts'

export type Loaded =
  | { readonly subject: Subject; readonly facts: Omit<SubjectFacts, 'key' | 'clock'> }
  | { readonly unusable: Unusable }

/** What the `TokenCredential` interface promises, and so what a bare function claims. */
const PROMISED: readonly Capability[] = [
  'claims',
  'cae',
  'tenantId',
  'abort',
  'timeout',
  'parallel',
  'refresh',
  'discovery',
  'clock',
]

/** Imports the module that is the subject. Never rejects: what a module throws is an answer. */
export async function loadSubject(source: SubjectSource): Promise<Loaded> {
  try {
    if (source.tsx) (await import('tsx/esm/api')).register()
    const module = (await import(source.module)) as { default?: unknown }
    const own = defaultOf(module.default)
    const exported = source.target === null ? own : await drive(own, source.target)
    return readSubject(exported, source.fallbackName)
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return unusable(`cannot be loaded: ${reason}`)
  }
}

/** Where no package.json says `"type": "module"`, the default export comes wrapped as CommonJS has it. */
function defaultOf(exported: unknown): unknown {
  const isWrapped = typeof exported === 'object' && exported !== null && '__esModule' in exported
  return isWrapped && 'default' in exported ? exported.default : exported
}

/** A driver's default export takes the URL of the real package and gives a subject. */
async function drive(driver: unknown, target: string): Promise<unknown> {
  if (typeof driver !== 'function') throw new TypeError('the driver has no default export')
  return (await Reflect.apply(driver, undefined, [target])) as unknown
}

function readSubject(exported: unknown, fallbackName: string): Loaded {
  if (typeof exported === 'function') {
    const create = exported as SubjectFunction
    const subject: Subject = {
      name: fallbackName,
      version: '0.0.0',
      capabilities: PROMISED,
      create,
    }
    return loaded(subject)
  }
  const problem = subjectProblem(exported)
  return problem === null ? loaded(exported as Subject) : unusable(problem)
}

function subjectProblem(exported: unknown): string | null {
  if (exported === undefined)
    return 'has no default export; it needs a subject object, or a function that makes a credential'
  if (typeof exported !== 'object' || exported === null) {
    return `its default export is a ${exported === null ? 'null' : typeof exported}, and not a subject object or a function`
  }
  const {
    name,
    version,
    capabilities: claimed,
    create,
  } = exported as Partial<Record<keyof Subject, unknown>>
  if (typeof name !== 'string' || typeof version !== 'string')
    return 'its subject has no "name" or no "version"'
  if (typeof create !== 'function') return 'its subject has no "create" function'
  if (!Array.isArray(claimed)) return 'its subject has no list of "capabilities"'
  const unknown = claimed.find((one) => !capabilities.includes(one as Capability)) as unknown
  return unknown === undefined
    ? null
    : `its subject claims the capability ${JSON.stringify(unknown)}, which is not one of ${capabilities.join(', ')}`
}

function loaded(subject: Subject): Loaded {
  const { name, version, capabilities: claimed } = subject
  const breaks = (subject as { breaks?: unknown }).breaks
  return {
    subject,
    facts: {
      name,
      version,
      language: 'javascript',
      capabilities: claimed,
      ...(typeof breaks === 'string' && { breaks }),
    },
  }
}

function unusable(message: string): Loaded {
  return { unusable: { blame: 'subject', message } }
}
