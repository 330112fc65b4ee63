### What is said of certificates and of how pages are transported.
