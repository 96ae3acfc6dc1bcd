import accounts from './en/accounts'
import checkIns from './en/check-ins'
import couples from './en/couples'
import dashboard from './en/dashboard'
import failure from './en/failure'
import intimacy from './en/intimacy'
import journal from './en/journal'
import moments from './en/moments'
import months from './en/months'
import plans from './en/plans'
import rituals from './en/rituals'
import shell from './en/shell'
import today from './en/today'
import ui from './en/ui'

// Every message of the signed-in pages. The long texts of the open pages are in `open.ts`.
const en = {
  accounts,
  checkIns,
  couples,
  dashboard,
  failure,
  intimacy,
  journal,
  moments,
  months,
  plans,
  rituals,
  shell,
  today,
  ui,
}

export default en
