//! What is due at a given wall-clock time.
