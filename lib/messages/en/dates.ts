// A date of a ritual or a plan, wherever it is shown: the countdown to it, how long it takes, and "I took part".
export default {
  countdown: {
    now: 'now',
    over: 'earlier today',
    today: 'today',
    tomorrow: 'tomorrow',
    minutes: 'in {n, plural, one {a minute} other {# minutes}}',
    hours: 'in {n, plural, one {an hour} other {# hours}}',
    days: 'in {n, plural, one {a day} other {# days}}',
  },
  length: {
    minutes: '{n, plural, one {a minute} other {# minutes}}',
    hours: '{n, plural, one {an hour} other {# hours}}',
    both: '{hours} and {minutes}',
  },
  tookPart: 'I took part',
  tookPartOn: 'I took part, {day}',
  both: 'You both took part',
  you: 'You took part',
  takeBack: 'Take it back',
  takeBackOn: 'I took part, {day}: take it back',
  takenBack: 'Your mark is taken back. How it felt and your line show only with it.',
  markBack: 'Your mark is back.',
  failure: {
    late: 'You can do this once the plan has begun, until 31 days after its day.',
  },
}
