"""About the program: licences, folders, and the error report."""
