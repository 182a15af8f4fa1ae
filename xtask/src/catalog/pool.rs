//! What records share: texts and lists of numbers.

use std::collections::HashMap;

use super::model::Catalog;
use crate::error::{Error, Result};

/// Texts, each stored once. A reference is the offset (21 bits) and the length (11 bits).
pub(super) struct Pool {
    pub(super) bytes: Vec<u8>,
    known: HashMap<String, [u8; 4]>,
}

impl Pool {
    /// A pool that begins with the action names in their order.
    ///
    /// Suggestions walk all names of a service: neighbours in memory are found faster.
    pub(super) fn new(catalog: &Catalog) -> Result<Self> {
        let mut pool = Self {
            bytes: Vec::new(),
            known: HashMap::new(),
        };
        for action in catalog.services.iter().flat_map(|service| &service.actions) {
            pool.add(&action.name)?;
        }
        Ok(pool)
    }

    pub(super) fn add(&mut self, text: &str) -> Result<[u8; 4]> {
        if let Some(known) = self.known.get(text) {
            return Ok(*known);
        }
        let at = self.bytes.len();
        if text.len() >= 1 << 11 || at >= 1 << 21 {
            return Err(Error::new(format!("no room in the text pool for `{text}`")));
        }
        self.bytes.extend(text.as_bytes());
        let packed = u32::try_from(at << 11 | text.len()).unwrap_or(u32::MAX);
        self.known.insert(text.to_owned(), packed.to_le_bytes());
        Ok(packed.to_le_bytes())
    }
}

/// The reference to a text without its first bytes.
pub(super) fn cut(reference: [u8; 4], before: usize) -> [u8; 4] {
    let packed = u32::from_le_bytes(reference) as usize;
    let (at, len) = (packed >> 11, packed & 0x7ff);
    u32::try_from((at + before) << 11 | (len - before))
        .unwrap_or(u32::MAX)
        .to_le_bytes()
}

/// Lists of numbers, each stored once; number 0 is the empty list.
pub(super) struct Lists {
    pub(super) numbers: Vec<u8>,
    pub(super) starts: Vec<u8>,
    known: HashMap<Vec<u16>, u16>,
}

impl Lists {
    pub(super) fn new() -> Result<Self> {
        let mut lists = Self {
            numbers: Vec::new(),
            starts: Vec::new(),
            known: HashMap::new(),
        };
        lists.add(Vec::new())?;
        Ok(lists)
    }

    pub(super) fn add(&mut self, list: Vec<u16>) -> Result<u16> {
        if let Some(known) = self.known.get(&list) {
            return Ok(*known);
        }
        let number = small(self.known.len())?;
        let start = u32::try_from(self.numbers.len() / 2).unwrap_or(u32::MAX);
        self.starts.extend(start.to_le_bytes());
        self.numbers.extend(small(list.len())?.to_le_bytes());
        self.numbers
            .extend(list.iter().flat_map(|item| item.to_le_bytes()));
        self.known.insert(list, number);
        Ok(number)
    }
}

pub(super) fn small(number: usize) -> Result<u16> {
    u16::try_from(number).map_err(|_| Error::new(format!("{number} does not fit into two bytes")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_stored_once() {
        let mut pool = Pool::new(&Catalog::default()).unwrap();
        let first = pool.add("GetObject").unwrap();
        pool.add("PutObject").unwrap();
        assert_eq!(pool.add("GetObject").unwrap(), first);
        assert_eq!(pool.bytes, b"GetObjectPutObject");
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let mut pool = Pool::new(&Catalog::default()).unwrap();
        assert!(pool.add(&"x".repeat(2_047)).is_ok());
        assert!(pool.add(&"x".repeat(2_048)).is_err());
        assert!(small(65_536).is_err());
    }

    #[test]
    fn a_cut_reference_is_the_tail() {
        let whole = (3_u32 << 11 | 0xa).to_le_bytes();
        assert_eq!(cut(whole, 4), (7_u32 << 11 | 6).to_le_bytes());
    }

    #[test]
    fn list_zero_is_empty() {
        let mut lists = Lists::new().unwrap();
        assert_eq!(lists.add(Vec::new()).unwrap(), 0);
        assert_eq!(lists.add(vec![7]).unwrap(), 1);
        assert_eq!(lists.add(vec![7]).unwrap(), 1);
    }
}
