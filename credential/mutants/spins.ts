import { breakCalls } from '../mutant.ts'

/** A call never gives the processor back. */
export default breakCalls('CONC-02', () => async () => {
  for (;;);
})
