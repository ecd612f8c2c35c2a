//! The vocabulary of crosscheck: spans, values, dates, claims, links.
