#![doc = include_str!("../README.md")]

pub mod blob;
pub mod classes;
pub mod morphology;
pub mod table;
pub mod taxonomy;
