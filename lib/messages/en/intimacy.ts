export default {
  legend: 'What this fed, if anything',
  choose: 'Choose any, or none.',
  line: '{type}: {meaning}',
  emotional: 'Emotional',
  physical: 'Physical',
  intellectual: 'Intellectual',
  experiential: 'Experiential',
  spiritual: 'Spiritual',
  meaning: {
    emotional: 'saying what you feel and being met.',
    physical: 'touch, from a hand on a shoulder to sex.',
    intellectual: 'sharing what you know, think and wonder about.',
    experiential: 'spending time and doing things side by side.',
    spiritual: 'sharing what is bigger than the two of you.',
  },
}
