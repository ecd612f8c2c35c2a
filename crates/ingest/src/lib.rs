//! Paths to documents: text files, folders with a manifest, JSON Lines.
