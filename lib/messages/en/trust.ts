// The page over http that shows how a device comes to trust a home (components/trust). Names of menus are as each system writes them.
export default {
  title: 'Let this device trust Fivefold',
  lead: 'Fivefold runs on a computer in your home. So that nobody on the way can read or change what you send, this device has to learn, once, that the computer is the right one.',
  done: 'Done already? <link>Open Fivefold</link>',
  steps: 'Three steps',
  get: 'Get the certificate',
  getHint: 'A small file. By itself it changes nothing.',
  trust: 'Trust it on this device',
  open: 'Open Fivefold',
  openHint: 'Its address is {address}. Keep it as a bookmark.',
  warned:
    'If the browser warns about the connection, the second step isn’t done yet: come back to this page, and don’t go on past the warning.',
  iphone: {
    name: 'iPhone or iPad',
    steps: {
      a: 'Do the first step in Safari, and allow the profile to be downloaded.',
      b: 'Open Settings, tap “Profile Downloaded”, compare the digits under “More Details” with those below, and tap Install.',
      c: 'In Settings, under General, About, Certificate Trust Settings, switch on “Fivefold at home”.',
    },
    remove: 'To remove it: Settings, General, VPN & Device Management, “Fivefold at home”, Remove Profile.',
  },
  android: {
    name: 'Android',
    steps: {
      a: 'Do the first step in Chrome. The file lands in Downloads.',
      b: 'Open Settings and search for “CA certificate”. Most phones have it under Security, “Install a certificate”.',
      c: 'The phone warns, because an authority without a limit could read along everywhere. This one is limited. Choose “Install anyway”, and the file fivefold.crt.',
      d: 'Near there, under “User credentials” or “Trusted credentials”, compare the digits with those below.',
    },
    note: 'Chrome uses it, Firefox on Android doesn’t. The phone may say that your network can be monitored: it says so of every certificate that was added.',
    remove: 'To remove it: the same place, Trusted credentials, User, “Fivefold at home”, Remove.',
  },
  mac: {
    name: 'Mac',
    steps: {
      a: 'Open the file. Keychain Access adds it to “login”.',
      b: 'Open “Fivefold at home” there, and compare the digits with those below.',
      c: 'Under Trust, set “Secure Sockets Layer (SSL)” to “Always Trust”, and leave everything else as it is.',
    },
    remove: 'To remove it: delete it in Keychain Access.',
  },
  windows: {
    name: 'Windows',
    steps: {
      a: 'Open the file, and choose Install Certificate, Current User.',
      b: 'Choose “Place all certificates in the following store”, Browse, “Trusted Root Certification Authorities”.',
      c: 'Windows asks, and shows a thumbprint: compare it with the shorter digits below, then say Yes.',
    },
    remove:
      'To remove it: search for “Manage user certificates”, open Trusted Root Certification Authorities, and delete “Fivefold at home”.',
  },
  firefox: {
    name: 'Firefox on a computer, or Linux',
    steps: {
      a: 'Firefox asks by itself once you take the first step. Choose “Trust this CA to identify websites”, and View to compare the digits with those below.',
      b: 'Chrome on Linux: Settings, Privacy and security, Security, Manage certificates. Add the file to the trusted ones.',
    },
    remove:
      'To remove it: Firefox, Settings, Privacy & Security, View Certificates, Authorities; in Chrome the same place.',
  },
  compare: {
    title: 'Is it the right one?',
    why: 'This page came over plain http, where somebody in the same network could change it. What counts is what this device shows before you say yes: it has to be the same as what the computer printed where Fivefold was started.',
    long: 'Fingerprint (SHA-256)',
    short: 'Thumbprint in Windows (SHA-1)',
  },
  meaning: {
    title: 'What trusting it means',
    limit:
      'This device then believes that computer about one address, {host}, and about nothing else. The limit is a part of the certificate (“Name Constraints”), and browsers keep to it.',
    risk: 'Whoever can read the data folder of that computer could pose as Fivefold at this address, to a device in the same network. They could not pose as your bank, your mail or any other site.',
    asked:
      'Trust it only if you know whose computer it is. If somebody wants you to trust another certificate as well, say no: Fivefold needs this one alone.',
    ends: 'It ends on {day}. You can remove it at any time: how, is said with the steps of your device.',
  },
  lost: {
    title: 'The address can’t be found',
    name: 'A few phones, and some networks for guests, can’t find a name that ends in .local. Then start Fivefold on that computer with its own address:',
    address: 'The computer may have got another address from your router. Start Fivefold with the present one:',
    new: 'For each device that is a new address, with a certificate of its own. In your router, give the computer an address that stays.',
  },
  moved: {
    title: 'You used Fivefold at another address before',
    moves: 'Your account, and everything that was saved, is here too: sign in with the same email and phrase.',
    stays:
      'What you typed and never sent lies in the browser at the old address, such as localhost. To get it back, start Fivefold there once more with npm start alone, open the old address in the same browser, and finish it or copy it.',
    anew: 'Each browser also asks again who else uses the device, and may show as new what you have read.',
  },
  other: {
    title: 'For another device',
    scan: 'Open this page there: {address}',
    label: 'QR code of this page',
  },
}
