//! Raw mentions and a document date to intervals, dates and claims.
