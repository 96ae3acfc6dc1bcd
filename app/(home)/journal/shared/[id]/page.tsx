import { journalPage } from '../../one-page'

export default function Page({ params }: { params: Promise<{ id: string }> }) {
  return journalPage(params, { row: '/api/shared-entries', quietWrite: true })
}
