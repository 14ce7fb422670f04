/** In which colour is each of the others shown in an agent? In their own, unless somebody else here has it already. */

import { type Hue, hueOf, huesOf } from '@/components/people/hues';
import type { Peer } from '@/lib/contract';

export type { Hue };

export type PeerHues = (userId: string) => Hue;

/** Returns the hue of each of those who are here. */
export function peerHues(peers: readonly Peer[]): PeerHues {
  const hues = huesOf(peers.map(({ userId }) => userId));
  return (userId) => hues.get(userId) ?? hueOf(userId);
}
