// SPDX-License-Identifier: Apache-2.0
import { bestLanguage, languagesIn } from '../../shared/i18n/words.ts';
import { speak } from '../../shared/i18n/t.svelte.ts';
import * as door from '../outbox/door.ts';
import { people } from '../people/people.svelte.ts';
import {
  forgetSetting,
  remember,
  setting,
  type Look,
  type Membership,
  type Sharing,
  type TextSize,
  withDatabase,
} from './database.ts';
import { onNews, tell } from './stories.ts';

const catalogues = import.meta.glob<string>('../../../messages/*/{shared,reporter}.ftl', {
  query: '?url',
  import: 'default',
  eager: true,
});

export const languages = languagesIn(catalogues);

/** Of the browser's own size: normal, half as large again, twice as large. */
const slack_ms = 60 * 60 * 1000;
const textSizes: Record<TextSize, string> = { 1: '', 2: '169%', 3: '225%' };

export type InstallOffer = Event & { prompt: () => Promise<unknown> };

class Phone {
  ready = $state(false);
  membership = $state.raw<Membership>();
  invite = $state('');
  /** Chosen by a person; until then the phone's own languages are guessed from. */
  chosenLanguage = $state<string>();
  sharing = $state<Sharing>();
  look = $state<Look>('system');
  textSize = $state<TextSize>(1);
  /** The system's own offer to install, where it makes one. */
  installOffer = $state.raw<InstallOffer>();
  #ahead_ms = 0;

  async open(): Promise<void> {
    const [membership, invite, language, sharing, look, textSize, ahead_ms] = await Promise.all([
      setting('membership'),
      setting('invite'),
      setting('language'),
      setting('sharing'),
      setting('look'),
      setting('text_size'),
      setting('clock_ahead_ms'),
    ]);
    this.membership = membership;
    this.invite = invite ?? '';
    this.chosenLanguage = language;
    this.sharing = sharing;
    this.#show(look ?? 'system');
    this.#size(textSize ?? 1);
    this.#ahead_ms = ahead_ms ?? 0;
    await people.open(sharing === 'shared');
    onNews((news) => {
      if (news === 'membership') void this.#rejoin();
      else if (typeof news !== 'string' && 'holder' in news) void this.#follow(news.holder);
    });
    await speak(catalogues, language ?? bestLanguage(navigator.languages, languages));
    this.ready = true;
  }

  async choose(language: string): Promise<void> {
    await speak(catalogues, language);
    this.chosenLanguage = language;
    await remember('language', language);
  }

  async keepInvite(invite: string): Promise<void> {
    this.invite = invite;
    await remember('invite', invite);
  }

  async join(invite: string): Promise<void> {
    const membership = { ...(await door.join(invite)), invite };
    await remember('membership', membership);
    this.membership = membership;
    tell('membership');
    this.invite = '';
    await forgetSetting('invite');
  }

  /** The bundle again, where the server has a newer one; offline it stays as it was. */
  async refresh(): Promise<void> {
    if (!this.membership || !navigator.onLine) return;
    await this.#compareClocks();
    const { device_token, invite, etag } = this.membership;
    const fresh = await door.freshProject(device_token, etag).catch(() => null);
    if (fresh) await this.#renew({ device_token, ...(invite === undefined ? {} : { invite }), ...fresh });
  }

  async share(sharing: Sharing): Promise<void> {
    this.sharing = sharing;
    await remember('sharing', sharing);
    if (sharing === 'shared') await forgetSetting('arrived');
    await people.open(sharing === 'shared');
    tell({ holder: people.holder });
  }

  /** Nothing more is sent for this project. Stories that have not been sent stay, until the phone joins again or is wiped. */
  async leaveProject(): Promise<void> {
    await Promise.all([forgetSetting('membership'), forgetSetting('arrived')]);
    this.membership = undefined;
    tell('membership');
  }

  async lookLike(look: Look): Promise<void> {
    this.#show(look);
    await remember('look', look);
  }

  /** Asks the system, which asks once more; with the answer it asks for room that is not taken away. */
  async install(): Promise<void> {
    const offer = this.installOffer;
    this.installOffer = undefined;
    await offer?.prompt();
    await navigator.storage?.persist?.();
  }

  async sizeText(size: TextSize): Promise<void> {
    this.#size(size);
    await remember('text_size', size);
  }

  /** The present by the server's clock as it was last seen; this phone's own may be years out. */
  now = (): Date => new Date(Date.now() - this.#ahead_ms);

  async #compareClocks(): Promise<void> {
    const answer = await fetch('/r/manifest.webmanifest', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    const told_ms = Date.parse(answer?.headers.get('date') ?? '');
    if (Number.isNaN(told_ms)) return;
    const ahead_ms = Date.now() - told_ms;
    this.#ahead_ms = Math.abs(ahead_ms) < slack_ms ? 0 : ahead_ms;
    await remember('clock_ahead_ms', this.#ahead_ms);
  }

  /** The project as it is now, unless another window has joined anew, or left, since it was asked for. */
  async #renew(fresh: Membership): Promise<void> {
    await withDatabase(async (database) => {
      const { store, done } = database.transaction('settings', 'readwrite');
      const now = (await store.get('membership')) as Membership | undefined;
      if (now?.device_token === fresh.device_token) await store.put(fresh, 'membership');
      await done;
    });
    await this.#rejoin();
  }

  async #rejoin(): Promise<void> {
    this.membership = await setting('membership');
  }

  /** In another window the phone has gone to somebody else: from this moment on nothing of the person before is shown here either. */
  async #follow(holder: string | undefined): Promise<void> {
    if (holder === people.holder) return;
    people.holder = undefined;
    await this.#rejoin();
    this.sharing = await setting('sharing');
    await people.open(this.sharing === 'shared');
  }

  #size(size: TextSize): void {
    this.textSize = size;
    document.documentElement.style.fontSize = textSizes[size];
  }

  #show(look: Look): void {
    this.look = look;
    if (look === 'system') delete document.documentElement.dataset['look'];
    else document.documentElement.dataset['look'] = look;
  }
}

export const phone = new Phone();
