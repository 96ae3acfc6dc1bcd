export default {
  overline: 'Support',
  title: 'Support and safety',
  danger: 'If you are in immediate danger, call your local emergency number.',
  watched: 'Some people use shared apps to watch or pressure a partner.',
  fault: 'If you feel afraid, controlled or watched, it isn’t your fault, and trained people can help in confidence.',
  device: 'The device you are on may be watched; if so, use one the other person can’t reach.',
  closeness:
    'Where someone is being hurt or controlled, working on closeness is the wrong advice. Being safe comes first.',
  trace:
    'Reading this page leaves no trace in anything you share. <b>Hide</b>, at the top, hides this page fast. It does not clear your browser history.',
  peopleTitle: 'People to turn to',
  peopleLead: 'Listed by place. Choose any: what you open isn’t recorded.',
  place: {
    world: 'Worldwide',
    us: 'United States',
    uk: 'United Kingdom',
    au: 'Australia',
    de: 'Germany',
    fr: 'France',
    es: 'Spain',
    it: 'Italy',
    ie: 'Ireland',
    nl: 'Netherlands',
    ca: 'Canada',
    nz: 'New Zealand',
  },
  about: {
    directory: 'A directory of helplines and shelters in more than 90 countries.',
    day: 'Day and night, run by Refuge.',
    tech: 'When phones, accounts or apps are used to control someone.',
  },
  checked: 'Checked {day}',
  numberOf: 'Call {name}, {number}',
  hereTitle: 'In Fivefold',
  here: {
    sees: 'Your partner sees only what you share, what you agree on, and what both of you answered.',
    part: 'You can part on your own, now. We don’t message the other person. They will see that you are not paired when they next open the app.',
    noticed: 'Changing what someone can see may be noticed. If that could put you at risk, talk to an advocate first.',
  },
  ordinaryTitle: 'The ordinary kinds of help',
  ordinaryLead: 'Many couples need a third person for a while. Who that can be, and how to begin:',
  ordinary: {
    couples: {
      title: 'A couples counsellor',
      text: 'For two who want to talk and end up in the same argument. Ask your doctor, a family service or a friend who has been to one. You could say: “We would like help to hear each other again.” It is not the right help where one of you is afraid of the other.',
    },
    own: {
      title: 'A therapist of your own',
      text: 'For what you carry alone: an inner voice that will not stop, grief, old hurt, low months. A doctor can refer you. You could say: “I am hard on myself, and it gets between us.”',
    },
    sexual: {
      title: 'Sexual health',
      text: 'For pain, fear, or desire that has gone or does not match. Doctors, gynaecologists, urologists and sex therapists hear it every day. You could say: “Touch has become difficult for us, and I would like to know why.”',
    },
    pain: {
      title: 'Living with pain or illness',
      text: 'For bodies that hurt or tire. A pain clinic, a physiotherapist or a group for your illness knows about closeness too. You could say: “What can we still do, and how?”',
    },
  },
}
