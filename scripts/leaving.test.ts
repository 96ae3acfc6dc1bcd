// A form that is left by a link, Back or the bar keeps what was typed. Each form is in one list: a new one has to be thought about.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const root = path.join(import.meta.dirname, '..')

/** A form, or a component that holds in its own state what is in a field. */
const FORM = /<form\b/
const OWN_FIELD = /<(TextField|TextArea|SelectField|Input|TextAreaInput)\b/

/**
 * How a form keeps it. `draft`: sealed on this device, also over a reload and a lock. `unsent`: `useUnsent`, in the memory
 * of the tab. Otherwise: why it keeps nothing.
 */
const FORMS: Readonly<Record<string, string>> = {
  'components/accounts/about-you-form.tsx': 'unsent',
  'components/accounts/new-phrase-form.tsx': 'a phrase, which no screen keeps',
  'components/accounts/new-spare-page.tsx': 'a phrase, which no screen keeps',
  'components/accounts/phrase-choice.tsx': 'a phrase, which no screen keeps',
  'components/accounts/recover.tsx': 'the code of the spare page, which no screen keeps',
  'components/accounts/sign-in-form.tsx': 'a phrase, which no screen keeps; nobody is signed in',
  'components/accounts/sign-up-form.tsx': 'a phrase, which no screen keeps; nobody is signed in',
  'components/check-ins/check-in-form.tsx': 'unsent',
  'components/couples/hopes-form.tsx': 'unsent',
  'components/couples/invite-words.tsx': 'shows words that the journal has',
  'components/couples/join-by-words.tsx': 'the secret of an invitation, which only a link may leave in this tab',
  'components/couples/part-form.tsx': 'nothing is typed',
  'components/device/phrase-field.tsx': 'a phrase, which no screen keeps',
  'components/device/phrase-form.tsx': 'a phrase, which no screen keeps',
  'components/intimacy/type-picker.tsx': 'a part of forms; holds the type that was pointed at',
  'components/journal/change-shared.tsx': 'draft',
  'components/journal/page-day.tsx': 'a part of the page, whose draft has its day',
  'components/journal/reply-editor.tsx': 'draft',
  'components/journal/reply-form.tsx': 'draft',
  'components/journal/share-flow.tsx': 'unsent',
  'components/journal/voice-flow.tsx': 'draft',
  'components/journal/writing-surface.tsx': 'draft',
  'components/moments/moment-field.tsx': 'components/moments/moment-rest.tsx has the draft of its words',
  'components/months/close-form.tsx': 'draft',
  'components/months/did-it-help.tsx': 'nothing is typed; one tap',
  'components/months/notes-form.tsx': 'draft',
  'components/people/personal-text-form.tsx': 'draft',
  'components/plans/add-plan.tsx': 'unsent',
  'components/plans/item-form.tsx': 'unsent',
  'components/plans/plan-editor.tsx': 'unsent',
  'components/plans/plan-items.tsx': 'a tick, which is sent at once',
  'components/rituals/agree-form.tsx': 'unsent',
  'components/rituals/more-terms.tsx': 'a part of both forms of terms; holds whether it was unfolded',
  'components/rituals/propose-form.tsx': 'unsent',
  'components/rituals/resting.tsx': 'nothing is typed; one day, which has a first value',
  'components/rituals/suggest-form.tsx': 'unsent',
}

const sourceOf = (file: string) => readFileSync(path.join(root, file), 'utf8')
const filesThat = (how: string) => Object.keys(FORMS).filter((file) => FORMS[file] === how)

test('it is decided for every form what becomes of it when the page is left', () => {
  const found = sourceFiles(root).filter((file) => {
    if (!/^(app|components)\/.*\.tsx$/.test(file) || /\.test\.|^components\/ui\//.test(file)) return false
    const source = sourceOf(file)
    return FORM.test(source) || (OWN_FIELD.test(source) && /\buseState\b/.test(source))
  })
  expect(found.toSorted()).toEqual(Object.keys(FORMS).toSorted())
})

test.each(filesThat('unsent'))(
  '%s keeps its fields in the tab, says so, and forgets them once they were sent',
  (file) => {
    const source = sourceOf(file)
    expect(source).toMatch(/\b(useUnsent|usePlanDraft)\b/)
    expect(source).toMatch(/\{(unsent\.)?notice\}/)
    expect(source).toMatch(/\b(unsent\.)?sent\b[(),]/)
  },
)

test.each(filesThat('draft'))('%s stores a sealed draft', (file) => {
  expect(sourceOf(file)).toMatch(/\buse(Form|Page|Reply)Draft\b/)
})

test('the words of a moment are a sealed draft', () => {
  expect(sourceOf('components/moments/moment-rest.tsx')).toMatch(/\buseFormDraft\b/)
})
