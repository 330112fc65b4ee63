### What is said of admin endpoints: login pages, closed panels, JSON, and the credentials that they are asked with.
