#![doc = include_str!("../README.md")]

pub mod abbreviations;
pub mod blob;
pub mod classes;
pub mod concept;
pub mod cue;
pub mod holiday;
pub mod measures;
pub mod morphology;
pub mod page;
pub mod place;
pub mod spelling;
pub mod state;
pub mod table;
pub mod taxonomy;
pub mod time;
pub mod verb;
