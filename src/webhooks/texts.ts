import { defineTexts } from '#base/texts.ts';
import type { RefusalWords } from '#base/refusal.ts';
import type { OutboundReason } from '#base/http/fetch-guarded.ts';
import type { WebhookRefusal } from './rules.ts';

export const webhookRefusals: RefusalWords<WebhookRefusal['refused']> = {
  'webhook.not_https': {
    it: () => 'L’indirizzo deve cominciare con https:// — altrimenti chi sta in mezzo leggerebbe tutto.',
    en: () => 'The address must begin with https:// — otherwise whoever stands in between could read all of it.',
  },
  'webhook.is_off': {
    it: () => 'Questo webhook è spento: riaccendilo, poi rimanda.',
    en: () => 'This webhook is off: switch it on, then send again.',
  },
  'webhook.is_waiting': {
    it: () => 'Sta già per partire.',
    en: () => 'It is about to leave already.',
  },
};

/** Why no answer came, for whoever looks after the other side. */
export type Trouble = OutboundReason | 'demo';

interface Words {
  readonly troubles: Readonly<Record<Trouble, string>>;
}

export const deliveryTexts = defineTexts<Words>({
  it: {
    troubles: {
      no_address: 'l’indirizzo non è valido', not_https: 'l’indirizzo non è https', not_public: 'l’indirizzo porta dentro una rete privata', strange_port: 'la porta non è quella di un sito',
      unknown_host: 'il nome non esiste', timeout: 'nessuna risposta in tempo', not_trusted: 'il certificato non è valido', unreachable: 'non si lascia raggiungere', demo: 'dalla dimostrazione non esce niente',
    },
  },
  en: {
    troubles: {
      no_address: 'the address is not valid', not_https: 'the address is not https', not_public: 'the address leads into a private network', strange_port: 'the port is not that of a website',
      unknown_host: 'there is no such name', timeout: 'no answer in time', not_trusted: 'the certificate is not valid', unreachable: 'it cannot be reached', demo: 'nothing leaves the demo',
    },
  },
});
