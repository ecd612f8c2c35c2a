//! Finds the perfect hash: per bucket of about four keys, a pilot that sends them all to free slots.

use anyhow::{Context, Result};
use crosscheck_lexicon::blob::key::{Key, bucket, slot};

/// Where every key goes.
pub(crate) struct PerfectHash {
    /// One pilot per bucket.
    pub(crate) pilots: Vec<u16>,
    /// How many slots there are: a few more than keys, so that the last buckets still find room.
    pub(crate) slots: u32,
    /// The slot of each key, in the order given.
    pub(crate) slot_of: Vec<u32>,
}

impl PerfectHash {
    /// Places the crowded buckets first, while there is room.
    pub(crate) fn of(keys: &[&str]) -> Result<PerfectHash> {
        let slots = (keys.len() + keys.len() / 40 + 1) as u32;
        let bucket_count = keys.len().div_ceil(4) as u32;
        let mut hashes = Vec::with_capacity(keys.len());
        let mut buckets = vec![Vec::new(); bucket_count as usize];
        for (index, text) in keys.iter().enumerate() {
            let hash = Key::of(text).context("a stored key is short")?.hash();
            hashes.push(hash);
            buckets[bucket(hash, bucket_count) as usize].push(index);
        }
        let mut order: Vec<usize> = (0..buckets.len()).collect();
        order.sort_by_key(|&index| (std::cmp::Reverse(buckets[index].len()), index));
        let mut taken = vec![false; slots as usize];
        let mut pilots = vec![0; buckets.len()];
        let mut slot_of = vec![0; keys.len()];
        for index in order {
            let members = &buckets[index];
            let pilot = (0..=u16::MAX)
                .find(|&pilot| place(members, &hashes, pilot, slots, &mut taken))
                .with_context(|| format!("no pilot for bucket {index}: change the hash or add slots"))?;
            pilots[index] = pilot;
            for &member in members {
                slot_of[member] = slot(hashes[member], pilot, slots);
            }
        }
        Ok(PerfectHash { pilots, slots, slot_of })
    }
}

/// Takes the slots of a bucket's keys under a pilot, or none of them.
fn place(members: &[usize], hashes: &[u64], pilot: u16, slots: u32, taken: &mut [bool]) -> bool {
    for (done, &member) in members.iter().enumerate() {
        let at = slot(hashes[member], pilot, slots) as usize;
        if taken[at] {
            for &earlier in &members[..done] {
                taken[slot(hashes[earlier], pilot, slots) as usize] = false;
            }
            return false;
        }
        taken[at] = true;
    }
    true
}
