// What an import can't show; the rules of imports are in .dependency-cruiser.cjs. Each of ours is tried in scripts/rules.test.ts.
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
  message: 'The present is an argument: seams().now() on the server, lib/time/clock in the browser.',
}))

const always = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness comes from seams() or from crypto.',
  },
  {
    selector: 'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
    message: 'SQL is a template with parameters.',
  },
  {
    selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
    message: 'SQL is a template with parameters.',
  },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is text.' },
  { selector: "Property[key.name='dangerouslySetInnerHTML']", message: 'Text is text.' },
  {
    selector: "ExpressionStatement[directive='use server']",
    message: 'Changes are route handlers, which other clients can call too.',
  },
]

const bodies = {
  selector:
    'CallExpression[callee.object.name=/^req(uest)?$/][callee.property.name=/^(json|text|formData|arrayBuffer|blob|bytes)$/]',
  message: 'Bodies are read by lib/http/body.ts, which checks type, size, time and shape.',
}

const rawSql = {
  selector: 'MemberExpression[property.name=/^\\$(query|execute)Raw/]',
  message: 'Raw SQL stands in migrations and in lib/db.',
}

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
    'A file of app/api exports what route(), coupleRoute(), openRoute() or doorRoute() of lib/http/route made, and nothing else.',
}))

// Half of lint's time, so they are asked only where components and hooks are written.
const withoutReact = Object.fromEntries(
  Object.keys(next.find(({ name }) => name === 'next').rules)
    .filter((rule) => rule.startsWith('react'))
    .map((rule) => [rule, 'off']),
)

const restricted = (...rules) => ({ 'no-restricted-syntax': ['error', ...always, ...rules] })

export default defineConfig([
  globalIgnores([
    '.next/**',
    'next-env.d.ts',
    'lib/db/generated/**',
    'test-results/**',
    'playwright-report/**',
    'data/**',
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
      ...restricted(...environment, ...clock, bodies, rawSql),
    },
  },
  { files: ['*', 'app/api/**', 'bench/**', 'e2e/**', 'lib/**', 'scripts/**', '**/*.test.ts'], rules: withoutReact },
  { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
  { files: ['lib/db/**'], rules: restricted(...environment, ...clock, bodies) },
  { files: ['app/api/**'], rules: restricted(...environment, ...clock, bodies, rawSql, ...handlers) },
  { files: ['lib/env.ts', 'scripts/*.mjs'], rules: restricted(...clock) },
  { files: ['lib/time/clock.ts', 'lib/seams.ts'], rules: restricted(...environment) },
])
