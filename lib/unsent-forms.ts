// What was typed into forms and not sent, in the memory of this tab alone: nothing of it is ever on a disk.
import { observable, type Observable } from './observable'

/** What was typed or chosen in a form. `Ids` are the ids of what is made from it: the same on every retry. */
export type UnsentForm<Fields extends object = object, Ids = unknown> = Readonly<{
  /** The touched fields. */
  mine: Partial<Fields>
  /** The value that each of them had when it was touched first. */
  from: Partial<Fields>
  ids: Ids
}>

const forms = observable<ReadonlyMap<string, UnsentForm>>(new Map())

/** The forms of this tab that hold something unsent, by their places. */
export const unsentForms: Omit<Observable<ReadonlyMap<string, UnsentForm>>, 'set'> = forms

/** Keeps what is in a form until it is sent or the journal locks; null forgets it. */
export function keepUnsent(place: string, form: UnsentForm | null): void {
  const before = forms.get().get(place) ?? null
  if (before === form) return
  const others = [...forms.get()].filter(([other]) => other !== place)
  forms.set(new Map(form ? [...others, [place, form]] : others))
}

/** Forgets what is in every form: on *Lock* and *Hide*, on signing out, and when another person opens their journal. */
export function forgetUnsent(): void {
  if (forms.get().size > 0) forms.set(new Map())
}
