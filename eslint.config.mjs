// Rules that imports can't show; those of imports are in .dependency-cruiser.cjs. scripts/rules.test.ts tests each of
// ours.
import { defineConfig, globalIgnores } from 'eslint/config'
import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only lib/env.ts reads the environment: readEnv().',
  },
  {
    selector: "MemberExpression[object.name='process'][property.value='env']",
    message: 'Only lib/env.ts reads the environment: readEnv().',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Only lib/env.ts reads the environment: readEnv().',
  },
]

const clock = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
].map((selector) => ({
  selector,
  message: 'Take the current time from seams().now() on the server, from lib/time/clock in the browser.',
}))

const always = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take randomness from seams() or from crypto.',
  },
  {
    selector: 'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
    message: 'Write SQL as a template with parameters.',
  },
  {
    selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
    message: 'Write SQL as a template with parameters.',
  },
  {
    selector:
      ":not(CallExpression[callee.name='plainTag']) > MemberExpression[object.name='navigator'][property.name=/^languages?$/]",
    message: 'Read the language as plainTag(navigator.language): what a browser names may be no tag at all.',
  },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Render text as text, never as HTML.' },
  { selector: "Property[key.name='dangerouslySetInnerHTML']", message: 'Render text as text, never as HTML.' },
  {
    selector: "ExpressionStatement[directive='use server']",
    message: 'Write changes as route handlers, which other clients can call too.',
  },
]

const bodies = {
  selector:
    'CallExpression[callee.object.name=/^req(uest)?$/][callee.property.name=/^(json|text|formData|arrayBuffer|blob|bytes)$/]',
  message: 'Only lib/http/body.ts reads bodies: it checks type, size, time and shape.',
}

const rawSql = {
  selector: 'MemberExpression[property.name=/^\\$(query|execute)Raw/]',
  message: 'Write raw SQL only in migrations and in lib/db.',
}

const feedings = {
  selector:
    "CallExpression[callee.object.property.name='feeding'] > ObjectExpression:not(:has(CallExpression[callee.name='feedingsBetween']))",
  message: 'Take the condition from feedingsBetween(): what was before the two paired is no data.',
}

const escapeKey = {
  selector: "Literal[value='Escape']",
  message:
    'Use onEscape of components/ui/escape: Escape never discards what was typed, nor ends more than a composition.',
}

const cancelButton = {
  selector:
    "JSXElement[openingElement.name.name='Button'] CallExpression[callee.name='t'] Literal[value=/(^|\\.)(cancel|leave)$/]",
  message: 'Use CancelButton of components/ui/form-in-place: what was typed can be brought back.',
}

// Not `router.refresh()`, which stays on the page.
const lateLeaving = [
  'CallExpression[callee.object.name=/[rR]outer$/][callee.property.name=/^(push|replace|back|forward)$/]',
  "CallExpression[callee.object.callee.name='useRouter'][callee.property.name!='refresh']",
  "VariableDeclarator[init.callee.name='useRouter'] > ObjectPattern",
].map((selector) => ({
  selector,
  message: 'Use useLeaveFor of components/ui/use-leave-for: a late answer pulls nobody to another page.',
}))

const nativeFields = {
  selector: 'JSXOpeningElement[name.name=/^(input|textarea|select)$/], JSXAttribute[name.name=/^contentEditable$/i]',
  message:
    'Use Input, TextAreaInput or SelectInput of components/ui/native: it keeps what is typed out of the files of browsers.',
}

const nativeButtons = {
  selector: "JSXOpeningElement[name.name='button']",
  message: 'Use Button or NativeButton of components/ui: a press before React runs is lost, so they wait for it.',
}

const autoComplete = {
  selector: "JSXAttribute[name.name='autoComplete']",
  message: 'Only the fields of an account have autoComplete: a browser writes what is typed into the others to disk.',
}

const idleNetwork = {
  selector: "Literal[value='networkidle']",
  message: 'Use settled of e2e/acts/settled: on a slow machine the network is idle before the page is drawn.',
}

const timerFrames = {
  selector: "Identifier[name='requestAnimationFrame']",
  message: 'Use drawn of e2e/acts/settled: the clock of a test puts a timer in the place of a frame.',
}

// A test asserts no time. What a slow machine reaches is no fault of the product.
const shortWaits = [
  "MemberExpression[object.name='vi'][property.name=/^(waitFor|waitUntil)$/]",
  "MemberExpression[object.name='test'][property.name='setTimeout']",
  'CallExpression[callee.name=/^(test|it|beforeAll|beforeEach|afterAll|afterEach)$/] > Literal[raw=/^[0-9]/]',
].map((selector) => ({
  selector,
  message: 'Wait by until of lib/testing/until. The limits of tests are in vitest.config.ts and playwright.config.ts.',
}))

const makers = '/^(route|coupleRoute|openRoute|doorRoute)$/'
const handlers = [
  `ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([init.callee.name=${makers}])`,
  'ExportNamedDeclaration > FunctionDeclaration',
  'ExportNamedDeclaration > ClassDeclaration',
  'ExportNamedDeclaration > ExportSpecifier',
  'ExportAllDeclaration',
  'ExportDefaultDeclaration',
  `ImportDeclaration[source.value!='@/lib/http/route'] > [local.name=${makers}]`,
  `:function[id.name=${makers}]`,
  `VariableDeclarator[id.name=${makers}]`,
].map((selector) => ({
  selector,
  message:
    'A file of app/api exports only what route(), coupleRoute(), openRoute() or doorRoute() of lib/http/route makes.',
}))

// The rules of React take half of lint's time, so they run only on components and hooks.
const withoutReact = Object.fromEntries(
  Object.keys(next.find(({ name }) => name === 'next').rules)
    .filter((rule) => rule.startsWith('react'))
    .map((rule) => [rule, 'off']),
)

/** Everywhere, but for the files that a rule names. */
const usual = [...environment, ...clock, bodies, rawSql]

const restricted = (...rules) => ({
  'no-restricted-syntax': ['error', ...always, ...shortWaits, cancelButton, ...rules],
})

/** For screens, but for the files that a rule names. */
const onScreens = [...usual, ...lateLeaving]

export default defineConfig([
  globalIgnores([
    '.next/**',
    'next-env.d.ts',
    'lib/db/generated/**',
    'test-results/**',
    'playwright-report/**',
    'data/**',
    'data-demo/**',
  ]),
  ...next,
  ...typescript,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-unused-expressions': 'error',
      'import/no-anonymous-default-export': 'off',
      ...restricted(...onScreens, nativeFields, nativeButtons, autoComplete, escapeKey),
    },
  },
  {
    files: ['*', 'app/api/**', 'bench/**', 'demo/**', 'e2e/**', 'lib/**', 'scripts/**', '**/*.test.ts'],
    rules: withoutReact,
  },
  { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
  {
    files: ['lib/**'],
    ignores: ['**/*.test.ts'],
    rules: restricted(...environment, ...clock, bodies, rawSql, feedings),
  },
  { files: ['components/ui/native*.tsx'], rules: restricted(...onScreens, escapeKey) },
  // React alone shows a toast: its button is never there before React runs
  { files: ['components/ui/toast.tsx'], rules: restricted(...onScreens, nativeFields, autoComplete, escapeKey) },
  {
    files: ['components/accounts/**', 'components/device/phrase-field.tsx'],
    rules: restricted(...onScreens, nativeFields, nativeButtons, escapeKey),
  },
  // the one is the way to leave; the other goes to /sign-in at once, not after work
  {
    files: ['components/ui/use-leave-for.ts', 'components/device/locked-page.tsx'],
    rules: restricted(...usual, nativeFields, nativeButtons, autoComplete, escapeKey),
  },
  { files: ['components/ui/escape*.ts'], rules: restricted(...onScreens, nativeFields, nativeButtons, autoComplete) },
  {
    files: ['e2e/**'],
    rules: restricted(...onScreens, nativeFields, nativeButtons, autoComplete, idleNetwork, timerFrames),
  },
  { files: ['lib/db/**'], rules: restricted(...environment, ...clock, bodies) },
  { files: ['app/api/**'], rules: restricted(...environment, ...clock, bodies, rawSql, ...handlers) },
  { files: ['lib/env.ts', 'scripts/*.mjs'], rules: restricted(...clock) },
  { files: ['lib/time/clock.ts', 'lib/seams.ts'], rules: restricted(...environment) },
])
