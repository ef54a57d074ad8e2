import type { Json } from '../reply.ts'

/** A JWT that was taken apart, and not yet believed. */
export interface ParsedAssertion {
  readonly text: string
  readonly header: JsonObject
  readonly claims: JsonObject
}

export type JsonObject = Readonly<Record<string, Json>>

/** RFC 7515 §7.1, RFC 7519 §3: undefined where the text is no signed JWT in compact form. */
export function parseAssertion(text: string): ParsedAssertion | undefined {
  const [header, claims, signature, ...more] = text.split('.')
  if (!header || !claims || !signature || more.length > 0) return undefined
  const [readHeader, readClaims] = [readObject(header), readObject(claims)]
  return readHeader && readClaims && { text, header: readHeader, claims: readClaims }
}

/** A member of its own that is text; undefined for anything else. */
export function readText(object: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

const BASE64URL = /^[\w-]+$/

function readObject(segment: string): JsonObject | undefined {
  if (!BASE64URL.test(segment)) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'))
    // What JSON.parse gives is JSON.
    return isObject(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
