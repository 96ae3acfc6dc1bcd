'use client'
import { use, useEffect, useRef, useState, type ReactNode } from 'react'
import { unsentMessages } from '@/lib/messages/rooms/unsent'
import { useTranslations } from '@/lib/messages/use-translations'
import { keepUnsent, unsentForms, type UnsentForm } from '@/lib/unsent-forms'
import { Button } from './button'
import { OwnPlaceContext } from './own-place'
import { PagePerson } from './page-person'
import { hideToast, offerUndo, showToast } from './toast'

/** The fields of a form, kept while they are unsent. */
export type UnsentFields<Fields extends object, Ids> = Readonly<{
  fields: Fields
  change: (part: Partial<Fields>) => void
  /** The touched fields, and the value that each had when it was touched first. */
  mine: Partial<Fields>
  from: Partial<Fields>
  /** Gives a touched field its present value from outside, or notes that the person knows that value. */
  settle: (key: keyof Fields, whose: 'mine' | 'theirs') => void
  ids: Ids
  /** Says that this was typed before, with a button that starts again. Part of every such form. */
  notice: ReactNode
  /** Forgets what was typed, because it was sent. */
  sent: () => void
  /** Starts again with the present values, after it was sent. */
  restart: () => void
}>

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const without = <Fields extends object>(fields: Partial<Fields>, key: keyof Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key)) as Partial<Fields>

/** What says of a form that was left that it is kept, by the form's place. */
const sayings = new Map<string, number>()

/**
 * Says that a form is kept when its page was left, until it is opened again. A form that was cancelled, sent or hidden is
 * not kept by then.
 */
function useSayKept(place: string, text: string) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    clearTimeout(timer.current)
    const saying = sayings.get(place)
    if (saying !== undefined) hideToast(saying)
    return () => {
      timer.current = setTimeout(() => {
        if (unsentForms.get().has(place)) sayings.set(place, showToast({ text }))
      })
    }
  }, [place, text])
}

/**
 * Holds the fields of a form. A person who leaves by a link, Back or the bar finds what they typed when they open the
 * same form again in this tab. `form` names the form and what it is about. `present` are the values of untouched fields:
 * a touched one keeps what was typed, whatever the present value becomes. `makeIds` makes the ids of what will be sent.
 */
export function useUnsent<Fields extends object, Ids = undefined>(
  form: string,
  present: Fields,
  makeIds?: () => Ids,
): UnsentFields<Fields, Ids> {
  type Form = UnsentForm<Fields, Ids>
  const t = useTranslations(unsentMessages)
  const own = use(OwnPlaceContext)
  const place = `${use(PagePerson)} ${form}`
  const blank = (): Form => ({ mine: {}, from: {}, ids: makeIds?.() as Ids })
  const [found] = useState(() => (unsentForms.get().get(place) as Form | undefined) ?? null)
  const [state, setState] = useState(() => found ?? blank())
  const [isFound, setIsFound] = useState(found !== null)
  const differs = ({ mine }: Form): boolean =>
    (Object.keys(mine) as (keyof Fields)[]).some((key) => !same(mine[key], present[key]))
  const isChanged = differs(state)
  const latest = useRef(state)

  // also when a form that was left comes back with its Undo
  useEffect(() => {
    latest.current = state
    keepUnsent(place, isChanged ? state : null)
  }, [place, state, isChanged])
  useSayKept(place, t('kept'))
  useEffect(() => {
    const drop = async () => {
      keepUnsent(place, null)
      return null // the form itself stays mounted for its Undo
    }
    own?.report({ isChanged, drop })
  }, [own, place, isChanged])

  /** Puts other values into the form. Those of before can be brought back. */
  const put = (next: Form) => {
    const before = latest.current
    setState(next)
    setIsFound(false)
    keepUnsent(place, differs(next) ? next : null)
    if (differs(before)) offerUndo({ text: t('cleared'), undo: () => put(before) })
  }
  return {
    fields: { ...present, ...state.mine },
    change: (part) =>
      setState((before) => {
        let { mine, from } = before
        for (const key of Object.keys(part) as (keyof Fields)[]) {
          const isPresent = same(part[key], present[key])
          if (!isPresent && !(key in mine)) from = { ...from, [key]: present[key] }
          mine = isPresent ? without(mine, key) : { ...mine, [key]: part[key] }
          if (isPresent) from = without(from, key)
        }
        return { ...before, mine, from }
      }),
    mine: state.mine,
    from: state.from,
    settle: (key, whose) =>
      setState(({ mine, from, ids }) =>
        whose === 'mine'
          ? { mine, from: { ...from, [key]: present[key] }, ids }
          : { mine: without(mine, key), from: without(from, key), ids },
      ),
    ids: state.ids,
    notice:
      isFound && isChanged ? (
        <p className="flex flex-wrap items-center gap-x-4 text-small text-ink-3">
          {t('before')}
          <Button
            variant="link"
            onClick={({ currentTarget }) => {
              const fields = currentTarget.closest('form')?.querySelector<HTMLElement>('input, textarea')
              put(blank())
              fields?.focus()
            }}
          >
            {t('startAgain')}
          </Button>
        </p>
      ) : null,
    sent: () => keepUnsent(place, null),
    restart: () => {
      setState(blank())
      setIsFound(false)
    },
  }
}
