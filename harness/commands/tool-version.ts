import { createRequire } from 'node:module'

/** The version of Touchstone, from the package.json beside the code. */
export const TOOL_VERSION = readVersion()

/** `touchstone/0.1.0`, as reports name us. */
export const TOOL = `touchstone/${TOOL_VERSION}`

function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../../package.json')
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isManifest ? String(manifest.version) : '0.0.0'
}
