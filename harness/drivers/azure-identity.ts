/** Makes the real `@azure/identity`, unmodified, a subject: `npm:@azure/identity`. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { ClientAssertionCredentialOptions } from '@azure/identity'
import type { CredentialConfig, Subject } from '../subject.ts'

type Identity = typeof import('@azure/identity')

/** The part of `@azure/logger` that is used. */
interface AzureLog {
  setLogLevel(level: 'verbose'): void
  AzureLogger: { log(...args: readonly unknown[]): void }
}

/** Wraps the package whose manifest has this URL. */
export default async function azureIdentity(manifestUrl: string): Promise<Subject> {
  const require = createRequire(manifestUrl)
  const { version } = JSON.parse(await readFile(new URL(manifestUrl), 'utf8')) as {
    version: string
  }
  const identity = (await importEntry(manifestUrl)) as Identity
  const logger = (await importEntry(
    pathToFileURL(manifestOf('@azure/logger', require)).href,
  )) as AzureLog
  return {
    name: '@azure/identity',
    version,
    capabilities: [
      'claims',
      'cae',
      'tenantId',
      'abort',
      'timeout',
      'parallel',
      'refresh',
      'discovery',
      'logs',
      'clock',
    ],
    create: (config) => {
      const { log } = config
      // One logger serves the whole process; a process plays one scenario at a time.
      logger.AzureLogger.log = (...args) => log?.('verbose', args.map(String).join(' '))
      logger.setLogLevel('verbose')
      return new identity.ClientAssertionCredential(
        config.tenantId,
        config.clientId,
        config.getAssertion,
        options(config),
      )
    },
  }
}

function options(config: CredentialConfig): ClientAssertionCredentialOptions {
  const {
    authorityHost,
    additionallyAllowedTenants,
    disableInstanceDiscovery,
    tokenCachePersistence,
  } = config
  return {
    ...(authorityHost !== undefined && { authorityHost }),
    ...(additionallyAllowedTenants && {
      additionallyAllowedTenants: [...additionallyAllowedTenants],
    }),
    ...(disableInstanceDiscovery !== undefined && { disableInstanceDiscovery }),
    ...(tokenCachePersistence && {
      tokenCachePersistenceOptions: {
        enabled: true,
        name: tokenCachePersistence.name,
        unsafeAllowUnencryptedStorage: tokenCachePersistence.allowUnencryptedStorage,
      },
    }),
  }
}

/** What `import` would load of a package: its manifest says so, and no loader resolves a name from another's folder. */
async function importEntry(manifestUrl: string): Promise<unknown> {
  const manifest = JSON.parse(await readFile(new URL(manifestUrl), 'utf8')) as {
    main?: string
    exports?: { '.'?: { import?: { default?: string } } }
  }
  const entry = manifest.exports?.['.']?.import?.default ?? manifest.main ?? 'index.js'
  return (await import(new URL(entry, manifestUrl).href)) as unknown
}

function manifestOf(name: string, require: NodeJS.Require): string {
  return require.resolve(`${name}/package.json`)
}
