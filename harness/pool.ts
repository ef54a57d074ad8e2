/** Does all tasks, at most `size` of them at once; the results stand in the order of the tasks. */
export async function inPool<Task, Result>(
  tasks: readonly Task[],
  size: number,
  work: (task: Task) => Promise<Result>,
): Promise<readonly Result[]> {
  const waiting = tasks.entries()
  const results = new Map<number, Result>()
  const lane = async () => {
    for (const [place, task] of waiting) results.set(place, await work(task))
  }
  await Promise.all(Array.from({ length: Math.min(size, tasks.length) }, lane))
  return [...results].toSorted(([one], [other]) => one - other).map(([, result]) => result)
}
