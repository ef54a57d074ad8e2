import { createHash } from 'node:crypto'
import type { Faker } from '@faker-js/faker'
import { faker as english } from '@faker-js/faker/locale/en'
import type { Application, Directory, DirectorySpec, Resource, Tenant } from './directory.ts'

/** What the seed makes of a specification: the same seed gives the same tenants, whatever else is listed. */
export function generateDirectory(spec: DirectorySpec, seed: string): Directory {
  return {
    tenants: named(['home', ...(spec.tenants ?? [])], (name) =>
      generateTenant(name, createFaker(`${seed}/tenant/${name}`)),
    ),
    applications: named(['daemon'], (name) =>
      generateApplication(name, createFaker(`${seed}/application/${name}`)),
    ),
    resources: named(['api', 'graph', ...(spec.resources ?? [])], (name) =>
      generateResource(name, createFaker(`${seed}/resource/${name}`)),
    ),
  }
}

function named<Value>(
  names: readonly string[],
  generate: (name: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, generate(name)]))
}

/** One generator of its own for each entry; the shared instance of the package keeps its state. */
function createFaker(seed: string): Faker {
  // The narrow entry exports an instance only, at a sixth of the time that the class costs to import.
  const FakerClass = english.constructor as typeof Faker
  const number = createHash('sha256').update(seed).digest().readUInt32BE()
  return new FakerClass({ locale: english.rawDefinitions, seed: number })
}

function generateTenant(name: string, faker: Faker): Tenant {
  return {
    name,
    id: faker.string.uuid().toLowerCase(),
    domain: `${name}${faker.string.numeric(5)}.onmicrosoft.com`,
    displayName: faker.company.name(),
  }
}

function generateApplication(name: string, faker: Faker): Application {
  return {
    name,
    id: faker.string.uuid().toLowerCase(),
    displayName: `${faker.company.buzzNoun()}-${name}`.replaceAll(' ', '-'),
    objectId: faker.string.uuid().toLowerCase(),
  }
}

/** The application id of Microsoft Graph, the same in every tenant of the real world. */
const GRAPH_ID = '00000003-0000-0000-c000-000000000000'

function generateResource(name: string, faker: Faker): Resource {
  if (name === 'graph') {
    return { name, id: GRAPH_ID, identifierUri: 'https://graph.microsoft.com', tokenVersion: 1 }
  }
  return {
    name,
    id: faker.string.uuid().toLowerCase(),
    identifierUri: `https://${name}.contoso.example`,
    tokenVersion: 2,
  }
}
