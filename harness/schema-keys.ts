import { z } from 'zod'
import type { YamlPath } from './read-yaml.ts'

/** The keys that a schema knows at a path, over all the shapes a value may have there. */
export function keysAt(schema: z.core.$ZodType, path: YamlPath): readonly string[] {
  const reached = path.reduce<readonly z.core.$ZodType[]>(
    (schemas, key) => schemas.flatMap((one) => shapes(one).flatMap((shape) => member(shape, key))),
    [schema],
  )
  const keys = reached
    .flatMap(shapes)
    .flatMap((shape) => (shape instanceof z.ZodObject ? Object.keys(shape.shape) : []))
  return [...new Set(keys)]
}

/** Optional, transformed, refined and alternative schemas as the plain ones they are made of. */
function shapes(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly
  ) {
    return shapes(schema.def.innerType)
  }
  if (schema instanceof z.ZodPipe) return shapes(schema.def.in)
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(shapes)
  return [schema]
}

function member(schema: z.core.$ZodType, key: PropertyKey): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.def.element]
  if (schema instanceof z.ZodRecord) return [schema.def.valueType]
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, key)) return []
  return [(schema.shape as Readonly<Record<PropertyKey, z.core.$ZodType>>)[key]].flatMap(
    (one) => one ?? [],
  )
}
