### What is said of published stories.
