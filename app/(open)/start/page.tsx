import { Start } from '@/components/accounts/start'

export default function StartPage() {
  return <Start />
}
