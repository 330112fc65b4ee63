# What is normal for a page, and what learning did. Ids begin with `baseline-`.
