#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read it as far as the sentence that says what it lacks.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `touchstone: this is Node ${process.versions.node}, and it needs 22.19 or newer; start it with npx, which finds the pinned one\n`,
  )
  process.exitCode = 3
} else {
  // Half of the time to the first scenario goes into compiling; what did not change is not compiled again.
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  await import('../cli.ts')
}
