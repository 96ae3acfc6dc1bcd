// Which exported functions of the device reach a route, found in the source: each declaration and the names it uses.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { sourceFiles } from './source-files'

/** A declaration at the top of a file: `lib/plans/device.ts#sendReady`. */
type Declared = string

/** All identifiers inside a node, names of properties too. */
function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>()
  const visit = (child: ts.Node) => {
    if (ts.isIdentifier(child)) names.add(child.text)
    child.forEachChild(visit)
  }
  visit(node)
  return names
}

/** The file that an import names, relative to the root; null for a package. */
function fileOf(root: string, from: string, specifier: string): string | null {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.join(path.dirname(from), specifier)
      : null
  return base && ([`${base}.ts`, `${base}.tsx`].find((file) => existsSync(path.join(root, file))) ?? null)
}

function declarationsOf(root: string, file: string) {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const imported = new Map<string, Declared>()
  const declared: { name: string; isExported: boolean; uses: Set<string> }[] = []
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const target = fileOf(root, file, statement.moduleSpecifier.text)
      const bindings = statement.importClause?.namedBindings
      if (target && bindings && ts.isNamedImports(bindings))
        for (const { name, propertyName } of bindings.elements)
          imported.set(name.text, `${target}#${(propertyName ?? name).text}`)
      continue
    }
    const isExported =
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
    if (ts.isFunctionDeclaration(statement) && statement.name)
      declared.push({ name: statement.name.text, isExported, uses: namesIn(statement) })
    if (ts.isVariableStatement(statement))
      for (const each of statement.declarationList.declarations)
        if (ts.isIdentifier(each.name)) declared.push({ name: each.name.text, isExported, uses: namesIn(each) })
  }
  return { imported, declared }
}

/** The exported functions in `lib` that reach one of the named contracts, by their names. */
export function deviceFunctionsThatReach(root: string, contracts: readonly string[]): Set<string> {
  const users = new Map<Declared, Set<Declared>>()
  const exported = new Set<Declared>()
  for (const file of sourceFiles(root)) {
    if (!/^lib\/.*\.tsx?$/.test(file) || /\.test\.|^lib\/(testing|openapi)\//.test(file)) continue
    if (readFileSync(path.join(root, file), 'utf8').includes("import 'server-only'")) continue
    const { imported, declared } = declarationsOf(root, file)
    const own = new Set(declared.map(({ name }) => name))
    for (const { name, isExported, uses } of declared) {
      if (isExported) exported.add(`${file}#${name}`)
      for (const used of uses) {
        const target = imported.get(used) ?? (own.has(used) && used !== name ? `${file}#${used}` : null)
        if (target) users.set(target, (users.get(target) ?? new Set()).add(`${file}#${name}`))
      }
    }
  }
  const reached = new Set<Declared>()
  const walk = (declared: Declared) => {
    for (const user of users.get(declared) ?? [])
      if (!reached.has(user)) {
        reached.add(user)
        walk(user)
      }
  }
  for (const declared of [...users.keys()])
    if (contracts.some((name) => declared.endsWith(`contract.ts#${name}`))) walk(declared)
  return new Set([...reached].filter((each) => exported.has(each)).map((each) => each.split('#')[1] ?? ''))
}

/** The screens that use one of these functions: `components/plans/took-part.tsx sendTookPart`. */
export function screensThatUse(root: string, functions: ReadonlySet<string>): string[] {
  return sourceFiles(root)
    .filter((file) => /^(app|components)\/.*\.tsx?$/.test(file) && !/\.test\.|^app\/api\//.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      if (![...functions].some((name) => text.includes(name))) return []
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
      return [...namesIn(source)].filter((name) => functions.has(name)).map((name) => `${file} ${name}`)
    })
    .sort()
}
