/** How a well-known provider is reached. Addresses and ports as each publishes them. */
export interface Provider {
  readonly key: string;
  readonly name: string;
  /** Domains whose addresses surely live there; a company's own domain says nothing, so it is chosen by hand. */
  readonly domains: readonly string[];
  readonly imap: { readonly host: string; readonly port: number; readonly security: 'implicit' | 'starttls' };
  readonly smtp: { readonly host: string; readonly port: number; readonly security: 'implicit' | 'starttls' };
  /** What has to be known before it works. */
  readonly hint?: 'appPassword' | 'noPassword' | 'certified';
}

const both = (imap: string, smtp: string): Pick<Provider, 'imap' | 'smtp'> => ({
  imap: { host: imap, port: 993, security: 'implicit' }, smtp: { host: smtp, port: 465, security: 'implicit' },
});

export const providers: readonly Provider[] = [
  { key: 'aruba', name: 'Aruba', domains: ['aruba.it'], ...both('imaps.aruba.it', 'smtps.aruba.it') },
  { key: 'aruba-pec', name: 'Aruba PEC', domains: ['pec.it', 'arubapec.it'], hint: 'certified', ...both('imaps.pec.aruba.it', 'smtps.pec.aruba.it') },
  { key: 'google', name: 'Google Workspace, Gmail', domains: ['gmail.com', 'googlemail.com'], hint: 'appPassword', ...both('imap.gmail.com', 'smtp.gmail.com') },
  {
    key: 'microsoft', name: 'Microsoft 365, Outlook', domains: ['outlook.com', 'outlook.it', 'hotmail.com', 'hotmail.it', 'live.com', 'live.it'], hint: 'noPassword',
    imap: { host: 'outlook.office365.com', port: 993, security: 'implicit' }, smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
  { key: 'register', name: 'Register.it', domains: [], ...both('imap.securemail.pro', 'authsmtp.securemail.pro') },
  { key: 'ovh', name: 'OVHcloud', domains: [], ...both('ssl0.ovh.net', 'ssl0.ovh.net') },
  { key: 'ionos', name: 'IONOS', domains: [], ...both('imap.ionos.it', 'smtp.ionos.it') },
  { key: 'libero', name: 'Libero', domains: ['libero.it', 'inwind.it', 'iol.it', 'blu.it', 'giallo.it'], ...both('imapmail.libero.it', 'smtp.libero.it') },
  { key: 'fastmail', name: 'Fastmail', domains: ['fastmail.com', 'fastmail.fm'], hint: 'appPassword', ...both('imap.fastmail.com', 'smtp.fastmail.com') },
  { key: 'yahoo', name: 'Yahoo', domains: ['yahoo.com', 'yahoo.it'], hint: 'appPassword', ...both('imap.mail.yahoo.com', 'smtp.mail.yahoo.com') },
  {
    key: 'icloud', name: 'iCloud', domains: ['icloud.com', 'me.com', 'mac.com'], hint: 'appPassword',
    imap: { host: 'imap.mail.me.com', port: 993, security: 'implicit' }, smtp: { host: 'smtp.mail.me.com', port: 587, security: 'starttls' },
  },
];

/** The provider of an address by its domain; undefined for a company's own. */
export const providerOf = (address: string): Provider | undefined => {
  const domain = address.trim().toLowerCase().split('@')[1];
  return domain === undefined ? undefined : providers.find(({ domains }) => domains.includes(domain));
};
