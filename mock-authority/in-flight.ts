/** Counts what is being worked on, so that virtual time can wait for it. */
export interface InFlight {
  run<Value>(job: (work: Work) => Promise<Value>): Promise<Value>
  count(): number
}

/** One piece of work. */
export interface Work {
  /** What waits on the clock, or for ever, does not count meanwhile. */
  waitFor<Value>(waiting: Promise<Value>): Promise<Value>
}

export function createInFlight(): InFlight {
  let count = 0
  const waitFor = async <Value>(waiting: Promise<Value>): Promise<Value> => {
    count -= 1
    try {
      return await waiting
    } finally {
      count += 1
    }
  }
  return {
    count: () => count,
    run: async (job) => {
      count += 1
      try {
        return await job({ waitFor })
      } finally {
        count -= 1
      }
    },
  }
}
