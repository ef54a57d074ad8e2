/** Passes results on in the order of their places, whatever order they come in. */
export function createOrdered<Result>(
  pass: (result: Result) => void,
): (place: number, result: Result) => void {
  const waiting = new Map<number, Result>()
  let next = 0
  return (place, result) => {
    waiting.set(place, result)
    for (let found = waiting.get(next); found !== undefined; found = waiting.get(next)) {
      waiting.delete(next)
      next += 1
      pass(found)
    }
  }
}
