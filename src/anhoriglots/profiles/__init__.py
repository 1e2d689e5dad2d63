"""A municipality as data: its organisation, words, support and decisions, read from a folder of YAML files."""
