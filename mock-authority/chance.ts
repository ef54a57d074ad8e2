import { createHash } from 'node:crypto'

/** The only source of chance for an authority: the same seed gives the same values in the same order. */
export interface Chance {
  bytes(count: number): Buffer
  /** A random GUID (version 4) in lower case. */
  guid(): string
}

/** Counts, and hashes what it counts. */
export function createChance(seed: string): Chance {
  let drawn = 0
  const bytes = (count: number): Buffer => {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () => {
      drawn += 1
      return createHash('sha256').update(`${seed}\n${drawn}`).digest()
    })
    return Buffer.concat(blocks).subarray(0, count)
  }
  return { bytes, guid: () => renderGuid(markRandom(bytes(16))) }
}

/** RFC 9562 §5.4: the bits that say that the rest is chance. */
function markRandom(bytes: Buffer): Buffer {
  const marked = Buffer.from(bytes)
  marked[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  marked[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return marked
}

/** 16 bytes as 8-4-4-4-12 hexadecimal digits. */
export function renderGuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
