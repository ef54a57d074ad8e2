import pico from 'picocolors'
import { type Paint, plain } from '../../reports/paint.ts'

/** The colours of the terminal, or none. */
export function createPaint(colours: boolean): Paint {
  if (!colours) return plain
  const { green, red, yellow, dim, bold } = pico.createColors(true)
  return { good: green, bad: red, warning: yellow, dim, bold }
}
