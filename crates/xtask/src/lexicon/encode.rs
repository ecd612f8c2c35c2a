//! Writes the bytes in the layout that `crosscheck_lexicon::blob` describes.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use crosscheck_lexicon::blob::{FORMAT, GROUP, HEADER_BYTES, MAGIC, NAME_BITS, content_hash, flag, kind};

use super::hash::PerfectHash;
use super::keys::{Word, normal};
use super::synsets::Synsets;

/// The whole file.
pub(crate) fn encode(synsets: &Synsets, keys: &[Word], hash: &PerfectHash, source: &str) -> Result<Vec<u8>> {
    let slot_of: BTreeMap<&str, u32> =
        keys.iter().zip(&hash.slot_of).map(|(key, &slot)| (key.text.as_str(), slot)).collect();
    let pilots: Vec<u8> = hash.pilots.iter().flat_map(|pilot| pilot.to_le_bytes()).collect();
    let (offsets, records) = records(keys, hash, &slot_of)?;
    let (entries, extras) = entries(synsets, &slot_of)?;

    let mut body = Vec::new();
    let mut starts = Vec::new();
    for section in [&pilots, &offsets, &records, &entries, &extras] {
        starts.push((HEADER_BYTES + body.len()) as u32);
        body.extend_from_slice(section);
    }
    let lemmas = keys.iter().filter(|key| key.flags & 15 != 0).count();
    let senses: usize = keys.iter().map(|key| key.senses.len()).sum();
    let counts = [
        keys.len() as u32,
        lemmas as u32,
        synsets.list.len() as u32,
        senses as u32,
        hash.pilots.len() as u32,
        hash.slots,
    ];

    let mut bytes = Vec::with_capacity(HEADER_BYTES + body.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.extend_from_slice(&content_hash(&body).to_le_bytes());
    for number in counts.iter().chain(&starts) {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.resize(64, 0);
    bytes.extend_from_slice(source.as_bytes());
    ensure!(bytes.len() < HEADER_BYTES, "the source's name is too long");
    bytes.resize(HEADER_BYTES, 0);
    bytes.append(&mut body);
    Ok(bytes)
}

/// The offset groups and the records, in slot order.
fn records(keys: &[Word], hash: &PerfectHash, slot_of: &BTreeMap<&str, u32>) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut key_in: Vec<Option<&Word>> = vec![None; hash.slots as usize];
    for (key, &slot) in keys.iter().zip(&hash.slot_of) {
        key_in[slot as usize] = Some(key);
    }
    let (mut offsets, mut records) = (Vec::new(), Vec::new());
    for group in key_in.chunks(GROUP) {
        let base = records.len();
        offsets.extend_from_slice(&(base as u32).to_le_bytes());
        for place in 0..GROUP {
            let delta = u16::try_from(records.len() - base).context("a group of records is too long")?;
            offsets.extend_from_slice(&delta.to_le_bytes());
            match group.get(place) {
                Some(Some(key)) => record(key, slot_of, &mut records)?,
                // A slot without a key reads as a record without flags and with an empty key.
                Some(None) => records.extend_from_slice(&[0, 0]),
                None => {}
            }
        }
    }
    records.extend_from_slice(&[0, 0]);
    Ok((offsets, records))
}

fn record(key: &Word, slot_of: &BTreeMap<&str, u32>, out: &mut Vec<u8>) -> Result<()> {
    out.push(key.flags);
    out.push(u8::try_from(key.text.len()).context("a key is short")?);
    out.extend_from_slice(key.text.as_bytes());
    if key.flags & flag::NOUN != 0 {
        out.push(key.senses.len() as u8);
        for &sense in &key.senses {
            out.extend_from_slice(&sense.to_le_bytes()[..3]);
        }
    }
    if key.flags & flag::SHARES != 0 {
        out.push(key.shares);
    }
    if key.flags & flag::FORMS != 0 {
        out.push(key.forms.len() as u8);
        for (pos, lemma) in &key.forms {
            let slot = slot_of.get(lemma.as_str()).with_context(|| format!("no key {lemma}"))?;
            out.push(*pos);
            out.extend_from_slice(&slot.to_le_bytes()[..3]);
        }
    }
    Ok(())
}

/// The synset entries and the parent lists that do not fit into them.
fn entries(synsets: &Synsets, slot_of: &BTreeMap<&str, u32>) -> Result<(Vec<u8>, Vec<u8>)> {
    let (mut entries, mut extras) = (Vec::new(), Vec::new());
    for (number, synset) in synsets.list.iter().enumerate() {
        let name = normal(&synset.name).context("a synset's name is a key")?;
        let slot = *slot_of.get(name.as_str()).with_context(|| format!("no key {name}"))?;
        ensure!(slot >> NAME_BITS == 0, "too many slots for a synset's entry");
        let (kind, field) = match synset.parents.as_slice() {
            [] => (kind::ROOT, 0),
            &[parent] if number as u32 - parent <= u32::from(u16::MAX) => {
                (kind::DELTA, (number as u32 - parent) as u16)
            }
            parents => {
                let at = u16::try_from(extras.len()).context("too many parent lists")?;
                extras.push(parents.len() as u8);
                for parent in parents {
                    extras.extend_from_slice(&parent.to_le_bytes()[..3]);
                }
                (kind::LIST, at)
            }
        };
        let packed = slot | u32::from(synset.domain) << NAME_BITS | kind << (NAME_BITS + 5);
        entries.extend_from_slice(&packed.to_le_bytes());
        entries.extend_from_slice(&field.to_le_bytes());
    }
    Ok((entries, extras))
}
