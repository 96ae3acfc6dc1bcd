'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { MarkedName } from '@/components/people/partner-mark'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { rememberedMessages } from '@/lib/messages/rooms/remembered'
import { useTranslations } from '@/lib/messages/use-translations'
import type { FeltStep, RememberedPlan } from '@/lib/plans/contract'
import { sendFelt } from '@/lib/plans/line'
import { failureOf } from './failure'
import { FeltMark, FeltScale } from './felt-scale'

type FeltFormProps = Readonly<{
  planId: string
  felt: RememberedPlan['felt']
  /** Both have answered, so the viewer's answer can't change any more. */
  isFinal: boolean
  /** Both people in the order of pairing. */
  people: readonly Partner[]
  me: Partner
  /** Whether the viewer can still answer. */
  open: boolean
}>

/** How a plan felt: kept with one tap, changed with another, and shown to both once both have answered. */
export function FeltForm({ planId, felt, isFinal, people, me, open }: FeltFormProps) {
  const t = useTranslations(rememberedMessages)
  const router = useRouter()
  const inWords = useFailure(failureOf)
  // The last tap, until the reloaded page has it.
  const [changed, setChanged] = useState<{ was: FeltStep | null; now: FeltStep } | null>(null)
  const mine = changed && changed.was === felt.mine ? changed.now : felt.mine
  const { mine: own, partner: theirs } = felt
  if (own !== null && isFinal) {
    const answers = people.flatMap(({ id, slot, name }) => {
      const step = id === me.id ? own : theirs
      // The partner's answer is not shown once they took their mark back.
      return step === null ? [] : [{ id, slot, name: id === me.id ? t('felt.you') : name, step }]
    })
    return (
      <>
        <dl className="grid grid-cols-1 gap-2">
          {answers.map(({ id, slot, name, step }) => (
            <div key={id} className="flex flex-wrap items-center gap-x-4">
              <dt className="max-w-full min-w-32">
                <MarkedName slot={slot}>{name}</MarkedName>
              </dt>
              <dd className="flex items-center gap-2.5">
                <FeltMark step={step} className="size-7 flex-none" />
                <span>{t('felt.words', { step: String(step) })}</span>
              </dd>
            </div>
          ))}
        </dl>
        <Disclosure summary={t('felt.numbers')} icon={<Icon icon="table-2" />} className="mt-2">
          <table className="numbers">
            <caption className="pb-2 text-left text-ink-3">{t('felt.numbersCaption')}</caption>
            <tbody>
              {answers.map(({ id, name, step }) => (
                <tr key={id}>
                  <th scope="row" dir="auto" className="py-2.5 font-strong wrap-anywhere">
                    {name}
                  </th>
                  <td className="py-2.5">{step}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      </>
    )
  }
  const choose = async (step: FeltStep) => {
    setChanged({ was: felt.mine, now: step })
    try {
      const kept = await sendFelt(browserDevice(), planId, step)
      showToast({ text: t(kept.felt.partner === null ? 'felt.kept' : 'felt.keptBoth') })
    } catch (error) {
      setChanged(null)
      showToast({ text: inWords(error) })
    }
    router.refresh()
  }
  if (!open && mine === null) return <p className="text-ink-2">{t('felt.over')}</p>
  return (
    <>
      <FeltScale
        id="felt"
        legend={t('felt.legend')}
        value={mine}
        disabled={!open}
        onChange={(step) => void choose(step)}
      />
      <p className="mt-3 flex items-start gap-2.5 text-small text-ink-2">
        <Icon icon="eye-off" size={18} className="mt-[0.0625rem]" />
        <span>{t(open ? 'felt.blind' : 'felt.blindOver')}</span>
      </p>
    </>
  )
}
