//! Text to structure, sentences and raw mentions; nothing interpreted.
