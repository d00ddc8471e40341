// SPDX-License-Identifier: Apache-2.0
import { bestLanguage, languagesIn } from '../../shared/i18n/words.ts';
import { speak } from '../../shared/i18n/t.svelte.ts';
import * as door from '../outbox/door.ts';
import { forgetSetting, remember, setting, type Look, type Membership, type Sharing } from './database.ts';

const catalogues = import.meta.glob<string>('../../../messages/*/{shared,reporter}.ftl', {
  query: '?url',
  import: 'default',
  eager: true,
});

export const languages = languagesIn(catalogues);

class Phone {
  ready = $state(false);
  membership = $state.raw<Membership>();
  invite = $state('');
  /** Chosen by a person; until then the phone's own languages are guessed from. */
  chosenLanguage = $state<string>();
  sharing = $state<Sharing>();
  look = $state<Look>('system');

  async open(): Promise<void> {
    const [membership, invite, language, sharing, look] = await Promise.all([
      setting('membership'),
      setting('invite'),
      setting('language'),
      setting('sharing'),
      setting('look'),
    ]);
    this.membership = membership;
    this.invite = invite ?? '';
    this.chosenLanguage = language;
    this.sharing = sharing;
    this.#show(look ?? 'system');
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
    await this.#keep(await door.join(invite));
    this.invite = '';
    await forgetSetting('invite');
  }

  /** The bundle again, where the server has a newer one; offline it stays as it was. */
  async refresh(): Promise<void> {
    if (!this.membership || !navigator.onLine) return;
    const { device_token, etag } = this.membership;
    const fresh = await door.freshProject(device_token, etag).catch(() => null);
    if (fresh) await this.#keep({ device_token, ...fresh });
  }

  async share(sharing: Sharing): Promise<void> {
    this.sharing = sharing;
    await remember('sharing', sharing);
    if (sharing === 'shared') await forgetSetting('arrived');
  }

  async lookLike(look: Look): Promise<void> {
    this.#show(look);
    await remember('look', look);
  }

  async #keep(membership: Membership): Promise<void> {
    await remember('membership', membership);
    this.membership = membership;
  }

  #show(look: Look): void {
    this.look = look;
    if (look === 'system') delete document.documentElement.dataset['look'];
    else document.documentElement.dataset['look'] = look;
  }
}

export const phone = new Phone();
