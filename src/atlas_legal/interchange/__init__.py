"""The standards in the forms that other programs and people use, and back from a spreadsheet.

One file per form; each is a function from a loaded library to text, or from a file to YAML.
"""
