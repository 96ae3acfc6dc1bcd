// Every word on a screen that leaves something without saving it, and what becomes of what was typed there. A new one, in any form,
// has to be given its line.
import { expect, test } from 'vitest'
import { messages } from '@/lib/testing/catalogue'

const LEAVING =
  /^(cancel|close$|back$|back to|later|not now|not yet$|not quite yet|leave|keep (it|them|the)|never mind|discard|dismiss|no, |done$|throw away|stop$)/i

/** `CancelButton`: the form comes back with what was typed; a lint rule asks for it by the name of the message. */
const words: Readonly<Record<string, string>> = {
  'checkIns.mine.leave': 'CancelButton',
  'journal.shared.cancel': 'CancelButton',
  'months.close.leave': 'CancelButton',
  'months.notes.leave': 'CancelButton',
  'plans.edit.cancel': 'CancelButton',
  'rituals.one.cancel': 'CancelButton',
  'rituals.rest.cancel': 'CancelButton',

  'journal.answerVoice.back': 'the step before; the draft holds all steps',
  'journal.answerVoice.done': 'saves',
  'journal.answerVoice.leave': 'a link; the draft is stored',
  'journal.backToPage': 'a link; the draft is stored',
  'journal.share.stop': 'goes back to the form, which was not changed',
  'journal.write.cancel': 'a link; the draft is stored',
  'journal.write.leave': 'a link; the tab holds the draft',
  'journal.write.done': 'saves',
  'journal.write.throwAway': 'offers Undo',
  'moments.submit': 'saves',
  'remembered.line.done': 'saves',
  'rituals.one.done': 'saves',
  'moments.notNow': 'closes the form, and its words stay',
  'couples.pair.done': 'closes the field, and its words stay',
  'accounts.back': 'the step before, which keeps its fields',
  'months.flow.before': 'the step before; the drafts are stored',
  'months.flow.leave': 'a link; the drafts are stored',
  'shell.back.page': 'a link; what a form held comes back with it',

  'accounts.spare.keep': 'a phrase was typed, which no screen keeps',
  'accounts.spare.later': 'nothing was typed',
  'accounts.spare.sureNo': 'nothing was typed',
  'today.zone.no': 'nothing was typed',
  'checkIns.ask.leaveOut': 'an answer that is chosen again with a tap',
  'checkIns.ask.leaveOutType': 'an answer that is chosen again with a tap',
  'checkIns.ask.later': 'a link; nothing was typed',
  'couples.join.notNow': 'a link; nothing was typed',
  'couples.part.notNow': 'a link; nothing was typed',
  'remembered.takeBack.no': 'nothing was typed',
  'device.earlier.no': 'nothing was typed',
  'device.unopened.no': 'nothing was typed',
  'plans.ready.back': 'nothing was typed',
  'rituals.terms.keep': 'nothing was typed; offers Undo where it withdraws',
}

test('it is decided for every such word what becomes of what was typed', () => {
  const found = messages().flatMap(([key, text]) => (LEAVING.test(text) && text.length < 40 ? [key] : []))
  expect(found.toSorted()).toEqual(Object.keys(words).toSorted())
})

test('the lint rule finds each Cancel by the name of its message', () => {
  const cancels = Object.keys(words).filter((key) => words[key] === 'CancelButton')
  expect(cancels.filter((key) => !/\.(cancel|leave)$/.test(key))).toEqual([])
})
