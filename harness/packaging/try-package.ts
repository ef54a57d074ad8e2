import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const node = process.execPath
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'touchstone-package-'))

try {
  tryPackage()
} catch (error) {
  process.stderr.write(`test:package: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Installs what `npm publish` would send in an empty folder, and uses it there as a stranger would. */
function tryPackage(): void {
  expectRun('it builds', [node, 'harness/packaging/build.ts'], { cwd: root })
  expectRun('it packs', ['npm', 'pack', '--pack-destination', folder], { cwd: join(root, 'dist') })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  expectRun('it installs', ['npm', 'install', '--no-audit', '--no-fund', `./${tarball()}`])
  expectNoNode()
  cpSync(new URL('./consumer', import.meta.url), folder, { recursive: true })
  expectRun('the reference passes', touchstone(), { stdout: /MUST (\d+)\/\1\b/ })
  expectRun('a subject as an object passes', touchstone('./object-form.mjs'), {
    stdout: /object form/,
  })
  expectRun('a subject in TypeScript passes', touchstone('./typed-form.ts'), {
    stdout: /typed form/,
  })
  expectRun('a bare function that keeps nothing fails', touchstone('./function-form.mjs'), {
    exit: 1,
    stdout: /function-form[\s\S]*CACHE-01/,
  })
  expectRun('a missing subject is bad usage', touchstone('./nowhere.mjs'), { exit: 3 })
  expectRun('the authority works alone', [node, 'mock-in-a-test.mjs'], {
    stdout: /^200 https:\/\/login\.microsoftonline\.com\/\S+ 1\n$/,
  })
  expectRun('the types resolve', typeCheck())
}

interface Expected {
  readonly cwd?: string
  readonly exit?: number
  readonly stdout?: RegExp
}

function expectRun(
  claim: string,
  [command = '', ...args]: readonly string[],
  expected: Expected = {},
): void {
  const { cwd = folder, exit = 0, stdout = /(?:)/ } = expected
  const run = spawnSync(command, args, { cwd, env: environment(), encoding: 'utf8' })
  const received = run.error?.message ?? `exit ${run.status}`
  if (run.status !== exit || !stdout.test(run.stdout)) {
    const wanted = `expected exit ${exit} and ${stdout.source} on stdout, received ${received}`
    throw new Error(
      `${claim}: ${wanted}\n$ ${[command, ...args].join(' ')}\n${run.stdout}${run.stderr}`,
    )
  }
  say(claim)
}

/** The pinned Node could be brought by a dependency, and users would download it without having asked. */
function expectNoNode(): void {
  const found = readdirSync(join(folder, 'node_modules')).filter((name) =>
    /^node(-bin)?(-(linux|darwin|win).*)?$/.test(name),
  )
  if (found.length > 0) throw new Error(`no Node is downloaded: received ${found.join(', ')}`)
  say('no Node is downloaded')
}

function tarball(): string {
  const found = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (found === undefined) throw new Error('npm pack: wrote no .tgz')
  return found
}

function touchstone(subject?: string): readonly string[] {
  const named = subject === undefined ? [] : ['--subject', subject]
  return ['npx', '--no-install', 'touchstone', 'run', ...named]
}

function typeCheck(): readonly string[] {
  const manifestFile = createRequire(import.meta.url).resolve('typescript/package.json')
  const tsc = join(dirname(manifestFile), 'bin', 'tsc')
  const flags =
    '--noEmit --strict --skipLibCheck false --target es2024 --lib es2024,esnext.disposable,dom,dom.iterable,dom.asynciterable'
  const types = [
    '--module',
    'nodenext',
    '--types',
    'node',
    '--typeRoots',
    join(root, 'node_modules/@types'),
  ]
  return [node, tsc, ...flags.split(' '), ...types, 'typed-form.ts']
}

/** The Node that runs this runs everything; what npm told us about the workspace stays here. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(package|lifecycle)_|npm_config_local_prefix|INIT_CWD|FORCE_COLOR)/i.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    PATH: [dirname(node), process.env['PATH']].join(delimiter),
    NO_COLOR: '1',
  }
}

function say(claim: string): void {
  process.stdout.write(`✓ ${claim}\n`)
}
