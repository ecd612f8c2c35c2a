//! The whole of crosscheck behind one function.
