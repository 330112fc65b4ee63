# The report of an incident as text.
