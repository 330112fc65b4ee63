### What is said of names.
