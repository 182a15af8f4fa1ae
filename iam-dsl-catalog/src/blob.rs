//! The committed blob and its sections.
//!
//! Everything is little-endian and of fixed width, so a section is a slice of arrays that is cut
//! out while the crate compiles: nothing is parsed or allocated when a program starts.

/// A packed reference into the text pool: offset in the upper 21 bits, length in the lower 11.
type TextRef = [u8; 4];

/// Written by `cargo xtask catalog`; its twin there is `xtask/src/catalog/blob.rs`.
static BLOB: &[u8] = include_bytes!("catalog.bin");

const MAGIC: [u8; 8] = *b"IAMCAT01";
const HEADER: usize = MAGIC.len() + 8;

/// The hash of the blob after its header, as the generator computed it.
pub(crate) const FINGERPRINT: u64 = {
    let bytes = match BLOB.split_at_checked(MAGIC.len()) {
        Some((_, rest)) => match rest.first_chunk::<8>() {
            Some(bytes) => *bytes,
            None => [0; 8],
        },
        None => [0; 8],
    };
    u64::from_le_bytes(bytes)
};

/// Cuts out section `number`, whose records are `N` bytes long.
const fn section<const N: usize>(number: usize) -> &'static [[u8; N]] {
    let at = read_u32(HEADER + number * 8) as usize;
    let bytes = read_u32(HEADER + number * 8 + 4) as usize;
    match BLOB.split_at_checked(at) {
        Some((_, rest)) => match rest.split_at_checked(bytes) {
            Some((section, _)) => section.as_chunks::<N>().0,
            None => &[],
        },
        None => &[],
    }
}

const fn read_u32(at: usize) -> u32 {
    match BLOB.split_at_checked(at) {
        Some((_, rest)) => match rest.first_chunk::<4>() {
            Some(bytes) => u32::from_le_bytes(*bytes),
            None => 0,
        },
        None => 0,
    }
}

static TEXT: &[u8] = section::<1>(0).as_flattened();
static NUMBERS: &[[u8; 2]] = section(1);
static LISTS: &[[u8; 4]] = section(2);
pub(crate) static SERVICES: &[[u8; 16]] = section(3);
pub(crate) static ACTIONS: &[[u8; 14]] = section(4);
pub(crate) static TYPES: &[[u8; 14]] = section(5);
pub(crate) static ARNS: &[TextRef] = section(6);
pub(crate) static KEYS: &[[u8; 8]] = section(7);
pub(crate) static SERVICE_KEYS: &[[u8; 4]] = section(8);
pub(crate) static KEY_PATTERNS: &[[u8; 2]] = section(9);
pub(crate) static ACTIONS_BY_NAME: &[[u8; 2]] = section(10);
pub(crate) static ALIASES: &[[u8; 6]] = section(11);
pub(crate) static API_NAMES: &[[u8; 6]] = section(12);
pub(crate) static PRINCIPALS: &[TextRef] = section(13);
pub(crate) static POLICIES: &[[u8; 8]] = section(14);
pub(crate) static PARTITIONS: &[[u8; 14]] = section(15);
pub(crate) static REGIONS: &[TextRef] = section(16);
static SOURCE: &[TextRef] = section(17);

/// One of the four texts that say where the data is from.
pub(crate) const fn source(number: usize) -> &'static str {
    match SOURCE.split_at_checked(number) {
        Some((_, rest)) => match rest.first() {
            Some(reference) => text(*reference),
            None => "",
        },
        None => "",
    }
}

/// The text that `reference` stands for.
pub(crate) const fn text(reference: TextRef) -> &'static str {
    match std::str::from_utf8(bytes(reference)) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// The bytes of the text that `reference` stands for; cheaper than [`text`] where only compared.
pub(crate) const fn bytes(reference: TextRef) -> &'static [u8] {
    let packed = u32::from_le_bytes(reference);
    match TEXT.split_at_checked((packed >> 11) as usize) {
        Some((_, rest)) => match rest.split_at_checked((packed & 0x7ff) as usize) {
            Some((bytes, _)) => bytes,
            None => &[],
        },
        None => &[],
    }
}

/// A shared list of numbers; equal lists are stored once.
pub(crate) fn list(number: u16) -> &'static [[u8; 2]] {
    let Some(at) = LISTS.get(usize::from(number)) else {
        return &[];
    };
    let rest = NUMBERS.get(u32::from_le_bytes(*at) as usize..);
    let Some([count, items @ ..]) = rest else {
        return &[];
    };
    items
        .get(..usize::from(u16::from_le_bytes(*count)))
        .unwrap_or_default()
}

/// The position of `name`, ignoring ASCII case, in records sorted by their lower-cased name.
pub(crate) fn search<const N: usize>(
    records: &[[u8; N]],
    name: &str,
    reference: impl Fn(&[u8; N]) -> TextRef,
) -> Result<usize, usize> {
    records.binary_search_by(|record| compare(bytes(reference(record)), name.as_bytes()))
}

/// Orders two names as if both were written in lower case.
pub(crate) fn compare(left: &[u8], right: &[u8]) -> std::cmp::Ordering {
    for (a, b) in left.iter().zip(right) {
        // Most are the same in either case, which is cheaper to see.
        if a != b {
            let order = a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase());
            if order.is_ne() {
                return order;
            }
        }
    }
    left.len().cmp(&right.len())
}

/// A record's first four bytes, which hold its name in most sections.
pub(crate) fn head<const N: usize>(record: &[u8; N]) -> TextRef {
    record.first_chunk().copied().unwrap_or_default()
}
