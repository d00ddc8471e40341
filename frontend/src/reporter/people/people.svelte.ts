// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../../shared/uuid7.ts';
import { forgetSetting, remember, setting, withDatabase, type Profile, type Story } from '../phone/database.ts';
import { tell } from '../phone/stories.ts';

export type NewProfile = Omit<Profile, 'profile_id'>;
type Owned = Pick<Story, 'story_id' | 'profile_id'>;

const shelved = (): Promise<Profile[]> => withDatabase((database) => database.getAll('profiles'));

/** The people of this phone, and in whose hand it is now. */
class People {
  /** In the order in which they came. */
  profiles = $state.raw<Profile[]>([]);
  /** A profile, somebody at a workshop, or '' on the phone of one person; undefined while the phone goes from hand to hand. */
  holder = $state<string>();
  workshop = $state(false);
  /** Whose stories this page has seen; kept nowhere, so that a shared phone remembers nobody's. */
  readonly #owners = new Map<string, string>();
  #isShared = false;

  readonly profile = $derived(this.profiles.find(({ profile_id }) => profile_id === this.holder));

  async open(isShared: boolean): Promise<void> {
    this.#isShared = isShared;
    this.profiles = await shelved();
    this.workshop = (await setting('workshop')) ?? false;
    const asks = isShared || this.workshop || this.profiles.some(({ pin }) => pin !== null);
    this.holder = asks ? undefined : this.#first();
  }

  #first = (): string => this.profiles[0]?.profile_id ?? '';

  /** What nobody here owns (a story from before there were profiles, one left over from a workshop) is the first person's. */
  ownerOf({ profile_id }: Pick<Story, 'profile_id'>): string {
    const isHere = profile_id === this.holder || this.profiles.some((one) => one.profile_id === profile_id);
    return profile_id !== undefined && isHere ? profile_id : this.#first();
  }

  isHolders(story: Owned): boolean {
    const owner = this.ownerOf(story);
    this.#owners.set(story.story_id, owner);
    return owner === this.holder;
  }

  /** For a story that is no longer on the phone: whether it was the holder's, as far as this page saw it. */
  sawForHolder(story_id: string): boolean {
    if (!this.#isShared && !this.workshop) return true;
    return this.holder !== undefined && this.#owners.get(story_id) === this.holder;
  }

  async keep(profile: Profile): Promise<void> {
    await withDatabase((database) => database.put('profiles', profile));
    this.profiles = await shelved();
  }

  async hold(profile_id: string): Promise<void> {
    this.holder = profile_id;
    await remember('profile', profile_id);
    tell({ holder: profile_id });
  }

  async add(profile: NewProfile): Promise<void> {
    const profile_id = uuid7();
    await this.keep({ profile_id, ...profile });
    await this.hold(profile_id);
  }

  /** From now on nothing of the person who had the phone is shown. */
  async handOver(): Promise<void> {
    if (this.holder === undefined) return;
    this.holder = undefined;
    await forgetSetting('profile');
    tell({ holder: undefined });
  }

  async beginWorkshop(): Promise<void> {
    this.workshop = true;
    await remember('workshop', true);
    await this.handOver();
  }

  /** The next person of the workshop, whom nobody asks who they are. */
  nextPerson = (): Promise<void> => this.hold(uuid7());

  /** Who had the phone when the app was stopped and not handed over. */
  lastPerson = (): Promise<string | undefined> => setting('profile');

  async endWorkshop(): Promise<void> {
    await Promise.all([forgetSetting('workshop'), forgetSetting('profile')]);
    await this.open(this.#isShared);
    tell({ holder: this.holder });
  }
}

export const people = new People();

/** Whether the story is of the person who has the phone now. Follows the phone from hand to hand. */
export const ofHolder = (story: Owned): boolean => people.isHolders(story);
